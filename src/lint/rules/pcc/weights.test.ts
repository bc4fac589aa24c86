import { expect, it } from 'vitest';
import { balance, placesOf, routes, twoLines } from '../../testing.ts';

it.each([
  ['half and half', `${twoLines}${routes}${balance}`, []],
  [
    'two to one',
    `${twoLines}${routes}${balance.replaceAll(':2/', ':3/')}add chain=prerouting in-interface=bridge connection-mark=no-mark dst-address-type=!local per-connection-classifier=both-addresses:3/2 action=mark-connection new-connection-mark=c2\n`,
    ['16:1'],
  ],
  ['one remainder lacks', `${twoLines}${routes}${balance.replaceAll(':2/', ':3/')}`, []],
])('%s → the first rule of the balance', (_, text, places) =>
  expect(placesOf('pcc/weights', text)).toEqual(places),
);
