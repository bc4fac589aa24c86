import { expect, it } from 'vitest';
import { balance, placesOf, routes, twoLines } from '../../testing.ts';

it.each([
  ['only what has no mark', `${twoLines}${routes}${balance}`, []],
  [
    'all',
    `${twoLines}${routes}${balance.replace('in-interface=ether1 connection-mark=no-mark', 'in-interface=ether1')}`,
    ['14:1'],
  ],
  [
    'all, beside a balance that lacks the same and names it',
    `${twoLines}${routes}${balance.replaceAll('connection-mark=no-mark ', '')}`,
    [],
  ],
  [
    'only new connections',
    `${twoLines}${routes}${balance.replace('in-interface=ether1 connection-mark=no-mark', 'in-interface=ether1 connection-state=new')}`,
    [],
  ],
])('%s → the first of them', (_, text, places) =>
  expect(placesOf('marks/inbound-remarked', text)).toEqual(places),
);
