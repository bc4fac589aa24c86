import { expect, it } from 'vitest';
import { placesOf, twoLines } from '../../testing.ts';

it.each([
  [
    'shut out',
    `${twoLines}/ip route
add dst-address=8.8.8.8/32 gateway=10.0.1.1 scope=30
add gateway=8.8.8.8 target-scope=10
add gateway=10.0.2.1 distance=2 check-gateway=ping
`,
    ['10:1'],
  ],
  [
    'let in',
    `${twoLines}/ip route
add dst-address=8.8.8.8/32 gateway=10.0.1.1 scope=10
add gateway=8.8.8.8 target-scope=11
add gateway=10.0.2.1 distance=2 check-gateway=ping
`,
    [],
  ],
])('%s → its route', (_, text, places) => expect(placesOf('routes/scope', text)).toEqual(places));
