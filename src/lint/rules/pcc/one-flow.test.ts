import { expect, it } from 'vitest';
import { balance, placesOf, routes, twoLines } from '../../testing.ts';

it.each([
  ['a balance', `${twoLines}${routes}${balance}`, ['16:1']],
  ['none', twoLines, []],
])('%s → the first rule of the balance', (_, text, places) =>
  expect(placesOf('pcc/one-flow', text)).toEqual(places),
);
