import { expect, it } from 'vitest';
import { placesOf, twoLines } from '../../testing.ts';

it.each([
  [
    'two hosts',
    `${twoLines}/ip route
add dst-address=8.8.8.8/32 gateway=10.0.1.1 scope=10
add dst-address=1.1.1.1/32 gateway=10.0.2.1 scope=10
add gateway=8.8.8.8 target-scope=11
add gateway=1.1.1.1 distance=2 target-scope=11
`,
    [],
  ],
  [
    'one host by both lines',
    `${twoLines}/ip route
add dst-address=8.8.8.8/32 gateway=10.0.1.1 scope=10
add dst-address=8.8.8.8/32 gateway=10.0.2.1 scope=10 distance=2
add gateway=8.8.8.8 target-scope=11
`,
    ['10:1'],
  ],
  [
    'two hosts for one hop that is made up, one of them without a route',
    `/ip route
add dst-address=8.8.8.8/32 gateway=198.51.100.5 scope=10
add dst-address=10.99.0.1/32 gateway=1.1.1.1 scope=10 check-gateway=ping
add dst-address=10.99.0.1/32 gateway=8.8.8.8 scope=10 check-gateway=ping
add gateway=10.99.0.1
add gateway=203.0.113.9 distance=2
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
add chain=srcnat out-interface=ether2 action=masquerade
`,
    [],
  ],
])('%s → the second host route', (_, text, places) =>
  expect(placesOf('probes/shared', text)).toEqual(places),
);
