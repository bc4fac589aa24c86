import { expect, it } from 'vitest';
import { balance, placesOf, routes, twoLines } from '../../testing.ts';

it.each([
  ['by the connection', `${twoLines}${routes}${balance}`, []],
  [
    'by the port',
    `${twoLines}${routes}${balance.replace('chain=output connection-mark=c1', 'chain=output out-interface=ether1')}`,
    ['20:1'],
  ],
  [
    'by port and source',
    `${twoLines}${routes}${balance.replace('chain=output connection-mark=c1', 'chain=output out-interface=ether1 src-address=10.0.1.2')}`,
    [],
  ],
])('%s → the first of them', (_, text, places) =>
  expect(placesOf('marks/output-by-port', text)).toEqual(places),
);
