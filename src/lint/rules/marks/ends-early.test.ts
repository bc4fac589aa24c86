import { expect, it } from 'vitest';
import { balance, placesOf, routes, twoLines } from '../../testing.ts';

it.each([
  ['passed on', `${twoLines}${routes}${balance}`, []],
  [
    'ended before the routing mark',
    `${twoLines}${routes}${balance.replace('new-connection-mark=c2\nadd chain=prerouting in-interface=bridge connection-mark=c1', 'new-connection-mark=c2 passthrough=no\nadd chain=prerouting in-interface=bridge connection-mark=c1')}`,
    ['17:1'],
  ],
  [
    'of what comes in by a line',
    `${twoLines}${routes}${balance.replace('new-connection-mark=c1\nadd chain=prerouting in-interface=ether2', 'new-connection-mark=c1 passthrough=no\nadd chain=prerouting in-interface=ether2')}`,
    [],
  ],
])('%s → the rule that ends', (_, text, places) =>
  expect(placesOf('marks/ends-early', text)).toEqual(places),
);
