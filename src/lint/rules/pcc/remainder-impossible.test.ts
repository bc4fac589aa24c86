import { expect, it } from 'vitest';
import { pccRule, placesOf } from '../../testing.ts';

const id = 'pcc/remainder-impossible';

it.each([
  ['counted from 1', ['2/1', '2/2'], ['3:1']],
  ['one too many', ['2/0', '2/1', '2/2'], ['4:1']],
  ['counted from 0', ['2/0', '2/1'], []],
])('%s → the rule that never matches', (_, remainders, places) => {
  const rules = remainders.map((one, i) => pccRule(`both-ports:${one}`, `m${i}`));
  expect(placesOf(id, `/ip firewall mangle\n${rules.join('\n')}\n`)).toEqual(places);
});
