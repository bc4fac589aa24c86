import { expect, it } from 'vitest';
import { balance, placesOf, routes, twoLines } from '../../testing.ts';

it.each([
  ['prerouting and output', `${twoLines}${routes}${balance}`, []],
  [
    'forward',
    `${twoLines}${routes}${balance.replace('chain=output connection-mark=c1', 'chain=forward connection-mark=c1')}`,
    ['20:1'],
  ],
  [
    'a chain of its own',
    `${twoLines}${routes}${balance.replace('chain=output connection-mark=c1', 'chain=mine connection-mark=c1')}`,
    [],
  ],
])('%s → its rule', (_, text, places) => expect(placesOf('marks/wrong-chain', text)).toEqual(places));
