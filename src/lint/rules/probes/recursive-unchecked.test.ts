import { expect, it } from 'vitest';
import { placesOf, twoLines } from '../../testing.ts';

it.each([
  [
    'checked',
    `${twoLines}/ip route
add dst-address=8.8.8.8/32 gateway=10.0.1.1 scope=10
add gateway=8.8.8.8 target-scope=11 check-gateway=ping
add gateway=10.0.2.1 distance=2 check-gateway=ping
`,
    [],
  ],
  [
    'not checked',
    `${twoLines}/ip route
add dst-address=8.8.8.8/32 gateway=10.0.1.1 scope=10
add gateway=8.8.8.8 target-scope=11
add gateway=10.0.2.1 distance=2 check-gateway=ping
`,
    ['10:1'],
  ],
  [
    'its host route is checked',
    `${twoLines}/ip route
add dst-address=8.8.8.8/32 gateway=10.0.1.1 scope=10 check-gateway=ping
add gateway=8.8.8.8 target-scope=11
add gateway=10.0.2.1 distance=2 check-gateway=ping
`,
    [],
  ],
])('%s → its route', (_, text, places) =>
  expect(placesOf('probes/recursive-unchecked', text)).toEqual(places),
);
