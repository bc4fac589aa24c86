import { expect, it } from 'vitest';
import { balance, placesOf, routes, twoLines } from '../../testing.ts';

it.each([
  ['one route each', `${twoLines}${routes}${balance}`, ['9:1']],
  [
    'a second route each',
    `${twoLines}${routes}add gateway=10.0.2.1 distance=2 routing-mark=one
add gateway=10.0.1.1 distance=2 routing-mark=two
${balance}`,
    [],
  ],
])('%s → the first of them', (_, text, places) =>
  expect(placesOf('routes/backup-by-main', text)).toEqual(places),
);
