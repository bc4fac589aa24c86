import { expect, it } from 'vitest';
import { placesOf, twoLines } from '../../testing.ts';

it.each([
  [
    'two modems',
    `${twoLines}/ip route
add gateway=10.0.1.1 distance=1 check-gateway=ping
add gateway=10.0.2.1 distance=2 check-gateway=ping
`,
    ['9:1'],
  ],
  [
    'probe addresses',
    `${twoLines}/ip route
add dst-address=8.8.8.8/32 gateway=10.0.1.1 scope=10
add dst-address=1.1.1.1/32 gateway=10.0.2.1 scope=10
add gateway=8.8.8.8 target-scope=11 check-gateway=ping
add gateway=1.1.1.1 distance=2 target-scope=11 check-gateway=ping
`,
    [],
  ],
  [
    'ports, behind which there is nobody to ask',
    `${twoLines}/ip route
add gateway=ether1 distance=1 check-gateway=ping
add gateway=ether2 distance=2 check-gateway=ping
`,
    [],
  ],
])('%s → the first of them', (_, text, places) =>
  expect(placesOf('probes/next-hop-only', text)).toEqual(places),
);
