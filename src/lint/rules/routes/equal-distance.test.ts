import { expect, it } from 'vitest';
import { placesOf, twoLines } from '../../testing.ts';

it.each([
  [
    'one after the other',
    `${twoLines}/ip route
add gateway=10.0.1.1 distance=1 check-gateway=ping
add gateway=10.0.2.1 distance=2 check-gateway=ping
`,
    [],
  ],
  [
    'both at 1',
    `${twoLines}/ip route
add gateway=10.0.1.1 distance=1 check-gateway=ping
add gateway=10.0.2.1 distance=1 check-gateway=ping
`,
    ['9:1'],
  ],
  [
    'in two tables',
    `${twoLines}/ip route
add gateway=10.0.1.1 distance=1 check-gateway=ping
add gateway=10.0.2.1 distance=1 check-gateway=ping routing-mark=two
`,
    [],
  ],
  [
    'the second is disabled',
    `${twoLines}/ip route
add gateway=10.0.1.1 distance=1 check-gateway=ping
add gateway=10.0.2.1 distance=1 check-gateway=ping disabled=yes
`,
    [],
  ],
])('%s → the first of them', (_, text, places) =>
  expect(placesOf('routes/equal-distance', text)).toEqual(places),
);
