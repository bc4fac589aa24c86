import { expect, it } from 'vitest';
import { balance, placesOf, twoLines } from '../../testing.ts';

it.each([
  [
    'by any route',
    `${twoLines}${balance}/ip route
add dst-address=8.8.8.8/32 gateway=10.0.1.1 scope=10
add gateway=8.8.8.8 target-scope=30 check-gateway=ping routing-mark=one
add gateway=10.0.2.1 check-gateway=ping routing-mark=two
add gateway=10.0.1.1 distance=1 check-gateway=ping
add gateway=10.0.2.1 distance=2 check-gateway=ping
`,
    ['19:1'],
  ],
  [
    'by the host route alone',
    `${twoLines}${balance}/ip route
add dst-address=8.8.8.8/32 gateway=10.0.1.1 scope=10
add gateway=8.8.8.8 target-scope=10 check-gateway=ping routing-mark=one
add gateway=10.0.2.1 check-gateway=ping routing-mark=two
add gateway=10.0.1.1 distance=1 check-gateway=ping
add gateway=10.0.2.1 distance=2 check-gateway=ping
`,
    [],
  ],
])('%s → its route', (_, text, places) => expect(placesOf('probes/leaks', text)).toEqual(places));
