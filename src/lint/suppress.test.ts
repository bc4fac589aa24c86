import { expect, it } from 'vitest';
import { suppressionsIn } from './suppress.ts';
import { lintText, pccRule } from './testing.ts';

const menu = '/ip firewall mangle\n';
const rules = (first: string) => `${menu}${first}${pccRule('src-address:2/0', 'a')}\n`;
const found = (text: string) =>
  lintText(text, ['pcc/remainder-missing', 'pcc/remainder-repeated', 'pcc/remarks-connections', 'lint']).map(
    ({ id, span }) => `${id}:${span.start.line}`,
  );

it.each([
  ['no comment', rules(''), ['pcc/remainder-missing:2']],
  ['before its statement', rules('# jalur-ignore pcc/remainder-missing: half is meant for main\n'), []],
  [
    'for another rule',
    rules('# jalur-ignore pcc/remainder-repeated: no\n'),
    ['pcc/remainder-missing:3', 'lint/unused-suppression:2'],
  ],
  [
    'before another statement',
    `# jalur-ignore pcc/remainder-missing: no\n/ip address add address=10.0.0.1/24 interface=ether1\n${rules('')}`,
    ['pcc/remainder-missing:4', 'lint/unused-suppression:1'],
  ],
  ['of the whole file', `# jalur-ignore-file pcc/remainder-missing: an exercise\n${rules('')}`, []],
  [
    'without a reason',
    rules('# jalur-ignore pcc/remainder-missing\n'),
    ['lint/suppression-without-reason:2'],
  ],
  [
    'two rules at once',
    rules('# jalur-ignore pcc/remainder-missing, pcc/remarks-connections: x\n'),
    ['lint/unused-suppression:2'],
  ],
  [
    'above another comment, in a file from Windows',
    rules('# jalur-ignore pcc/remainder-missing: x\n# a remark\n').replaceAll('\n', '\r\n'),
    [],
  ],
])('a comment %s → the findings that are left', (_, text, expected) => expect(found(text)).toEqual(expected));

it('a comment in a file from Windows → stands where its offsets say', () => {
  const text = '/ip route\r\n\r\n# jalur-ignore routes/scope\r\nadd gateway=1.1.1.1\r\n';
  const [one] = suppressionsIn('a.rsc', text);
  expect(text.slice(one?.span.start.offset, one?.span.end.offset)).toBe('# jalur-ignore routes/scope');
  expect(one?.line).toBe(4);
});
