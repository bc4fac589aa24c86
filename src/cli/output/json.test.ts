import { afterEach, expect, it, vi } from 'vitest';
import { jsonText, printJson } from './json.ts';

afterEach(() => vi.restoreAllMocks());

const values = [
  null,
  [],
  {},
  { a: [], b: {}, c: undefined, d: [undefined, 1, { e: 'x\ny', f: [] }] },
  { files: [{ file: 'a', notes: [{ text: 'b', span: { line: 1 } }] }, 2], empty: '' },
  Array.from({ length: 30_000 }, (_, number) => ({ number, list: [number] })),
];

it.each(values)('printJson, in pieces → what jsonText gives at once', value => {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  printJson(value);
  const printed = write.mock.calls.map(([piece]) => piece).join('');
  write.mockRestore();
  expect(printed).toBe(jsonText(value));
  expect(JSON.parse(printed)).toEqual(JSON.parse(JSON.stringify(value)));
});

it('controls of C1 and of direction → escaped, and the same when read', () => {
  const value = { name: '\u009b31m\u202eevil\u0007\u007f' };
  expect(jsonText(value)).toBe('{\n  "name": "\\u009b31m\\u202eevil\\u0007\\u007f"\n}\n');
  expect(JSON.parse(jsonText(value))).toEqual(value);
});
