import { expect, it } from 'vitest';
import { placesOf, twoLines } from '../../testing.ts';

it.each([
  [
    'two lines',
    `${twoLines}/ip route
add gateway=10.0.1.1 distance=1 check-gateway=ping
add gateway=10.0.2.1 distance=2 check-gateway=ping
`,
    ['9:1'],
  ],
  [
    'nothing is checked',
    `${twoLines}/ip route
add gateway=10.0.1.1
add gateway=10.0.2.1 distance=2
`,
    [],
  ],
])('%s → the route that is checked', (_, text, places) =>
  expect(placesOf('probes/detection-time', text)).toEqual(places),
);
