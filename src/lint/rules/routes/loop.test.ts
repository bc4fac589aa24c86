import { expect, it } from 'vitest';
import { placesOf, twoLines } from '../../testing.ts';

it.each([
  [
    'a ring of two',
    `${twoLines}/ip route
add gateway=10.0.1.1 distance=1 check-gateway=ping
add dst-address=10.77.0.0/24 gateway=10.78.0.1
add dst-address=10.78.0.0/24 gateway=10.77.0.1
`,
    ['10:1'],
  ],
  [
    'a neighbour',
    `${twoLines}/ip route
add gateway=10.0.1.1 distance=1 check-gateway=ping
add dst-address=10.77.0.0/24 gateway=192.168.88.2
`,
    [],
  ],
])('%s → the first of the ring', (_, text, places) => expect(placesOf('routes/loop', text)).toEqual(places));
