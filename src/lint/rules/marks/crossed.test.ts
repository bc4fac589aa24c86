import { expect, it } from 'vitest';
import { balance, placesOf, routes, twoLines } from '../../testing.ts';

it.each([
  ['each mark to its own line', `${twoLines}${routes}${balance}`, []],
  [
    "the router's answers to the other line",
    `${twoLines}${routes}${balance.replace('chain=output connection-mark=c2 action=mark-routing new-routing-mark=two', 'chain=output connection-mark=c2 action=mark-routing new-routing-mark=one')}`,
    ['21:1'],
  ],
])('%s → the rule that sends them', (_, text, places) =>
  expect(placesOf('marks/crossed', text)).toEqual(places),
);
