import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readNotifyFile } from '../../src/intent/index.ts';
import { anyTextFrom, goodNotify } from './texts.ts';

const runs = Number(process.env['JALUR_RUNS'] ?? 1000);

it(`${runs} broken files of who is told → no crash, nobody is told, each error with line and column`, () => {
  let broken = 0;
  fc.assert(
    fc.property(anyTextFrom(goodNotify), text => {
      const { receivers, diagnostics } = readNotifyFile(text, 'notify.yaml');
      if (diagnostics.length === 0) return;
      broken += 1;
      expect(receivers).toEqual([]);
      for (const { severity, span, what, do: todo } of diagnostics) {
        expect({ severity, file: span.file }).toEqual({ severity: 'error', file: 'notify.yaml' });
        const { line, column } = span.start;
        const own = text.split(/\r\n|\n/)[line - 1];
        expect(own === undefined ? `no line ${line}` : '').toBe('');
        expect(column).toBeGreaterThanOrEqual(1);
        expect(column).toBeLessThanOrEqual((own?.length ?? 0) + 2);
        expect(what.length).toBeGreaterThan(10);
        expect(todo?.length ?? 0).toBeGreaterThan(5);
      }
    }),
    { numRuns: runs },
  );
  expect(broken).toBeGreaterThan(runs * 0.6);
});

it.each(goodNotify)('a right one → somebody is told', text => {
  const { receivers, diagnostics } = readNotifyFile(text, 'notify.yaml');
  expect(diagnostics).toEqual([]);
  expect(receivers.length).toBeGreaterThan(0);
});
