import { expect, it } from 'vitest';
import { pccRule, placesOf } from '../../testing.ts';

const id = 'pcc/remainder-repeated';
const first = [pccRule('src-address:2/0', 'a'), pccRule('src-address:2/1', 'b')];

it.each([
  ['for another mark', pccRule('src-address:2/1', 'c'), ['4:1']],
  ['for the same mark', pccRule('src-address:2/1', 'b'), []],
  ['of another port', pccRule('src-address:2/1', 'c').replace('=bridge', '=ether5'), []],
])('a remainder twice, %s → the second rule', (_, rule, places) => {
  expect(placesOf(id, `/ip firewall mangle\n${[...first, rule].join('\n')}\n`)).toEqual(places);
});
