import { expect, it } from 'vitest';
import { placesOf, twoLines } from '../../testing.ts';

it.each([
  [
    'two gateways',
    `${twoLines}/ip route
add gateway=10.0.1.1 distance=1 check-gateway=ping
add gateway=10.0.2.1 distance=2 check-gateway=ping
`,
    [],
  ],
  [
    'the same again',
    `${twoLines}/ip route
add gateway=10.0.1.1 distance=1 check-gateway=ping
add gateway=10.0.2.1 distance=2 check-gateway=ping
add gateway=10.0.2.1 distance=2 check-gateway=ping
`,
    ['11:1'],
  ],
  [
    'with another distance',
    `${twoLines}/ip route
add gateway=10.0.1.1 distance=1 check-gateway=ping
add gateway=10.0.1.1 distance=5 check-gateway=ping
`,
    [],
  ],
])('%s → the second one', (_, text, places) => expect(placesOf('routes/duplicate', text)).toEqual(places));
