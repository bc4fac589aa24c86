import { expect, it } from 'vitest';
import { lintText, pccRule, placesOf } from '../../testing.ts';

const id = 'pcc/mixed-denominators';
const text = (...remainders: readonly string[]) =>
  `/ip firewall mangle\n${remainders.map((one, i) => pccRule(one, `m${i}`)).join('\n')}\n`;

it.each([
  ['other fields', ['both-addresses:2/0', 'src-address:2/1'], ['3:1']],
  ['another denominator', ['both-addresses:2/0', 'both-addresses:3/1', 'both-addresses:3/2'], ['3:1']],
  ['two complete balances', ['src-address:2/0', 'src-address:2/1', 'src-port:1/0'], []],
])('%s → the first rule that differs', (_, remainders, places) =>
  expect(placesOf(id, text(...remainders))).toEqual(places),
);

it('a mixture → is not said again as missing remainders', () =>
  expect(
    lintText(text('both-addresses:2/0', 'src-address:2/1'), ['pcc/remainder-missing', id]).map(one => one.id),
  ).toEqual([id]));
