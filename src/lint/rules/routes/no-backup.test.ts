import { expect, it } from 'vitest';
import { balance, placesOf, routes, twoLines } from '../../testing.ts';

it.each([
  ['main is behind them', `${twoLines}${routes}${balance}`, []],
  [
    'nothing is behind them',
    `${twoLines}/ip route
add gateway=10.0.1.1 check-gateway=ping routing-mark=one
add gateway=10.0.2.1 check-gateway=ping routing-mark=two
${balance}`,
    ['9:1'],
  ],
  [
    'a rule keeps one in its table',
    `${twoLines}${routes}/ip route rule
add routing-mark=two table=two action=lookup-only-in-table
${balance}`,
    ['10:1'],
  ],
])('%s → the first of them', (_, text, places) => expect(placesOf('routes/no-backup', text)).toEqual(places));
