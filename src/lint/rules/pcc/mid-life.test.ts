import { expect, it } from 'vitest';
import { balance, placesOf, routes, twoLines } from '../../testing.ts';

it.each([
  ['whatever has no mark', `${twoLines}${routes}${balance}`, ['16:1']],
  [
    'only new connections',
    `${twoLines}${routes}${balance.replaceAll('connection-mark=no-mark dst', 'connection-mark=no-mark connection-state=new dst')}`,
    [],
  ],
])('%s → the first rule of the balance', (_, text, places) =>
  expect(placesOf('pcc/mid-life', text)).toEqual(places),
);
