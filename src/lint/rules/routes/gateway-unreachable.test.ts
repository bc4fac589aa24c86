import { expect, it } from 'vitest';
import { placesOf, twoLines } from '../../testing.ts';

it.each([
  [
    'in the networks of the lines',
    `${twoLines}/ip route
add gateway=10.0.1.1 distance=1 check-gateway=ping
add gateway=10.0.2.1 distance=2 check-gateway=ping
`,
    [],
  ],
  [
    'in no network',
    `${twoLines}/ip route
add gateway=10.0.1.1 distance=1 check-gateway=ping
add gateway=10.9.9.1 distance=2
`,
    ['10:1'],
  ],
  [
    'a probe address without a host route beside one with it',
    `${twoLines}/ip route
add dst-address=8.8.8.8/32 gateway=10.0.1.1 scope=10
add dst-address=10.99.0.1/32 gateway=8.8.8.8 scope=10 target-scope=11
add dst-address=10.99.0.1/32 gateway=1.1.1.1 scope=10 target-scope=11
`,
    ['11:1'],
  ],
  [
    'the address of a client that dials in',
    `${twoLines}/ppp secret
add name=branch local-address=172.30.0.1 remote-address=172.30.0.5 service=l2tp
/ip route
add gateway=10.0.1.1 distance=1 check-gateway=ping
add dst-address=192.168.200.0/24 gateway=172.30.0.5
`,
    [],
  ],
  [
    'the gateway of the second line, unchecked, in a part without addresses',
    `/ip route
add dst-address=1.1.1.1/32 gateway=198.51.100.5 scope=10
add gateway=1.1.1.1 distance=10 check-gateway=ping target-scope=11
add gateway=203.0.113.9 distance=20
`,
    [],
  ],
  [
    "the router's own address",
    `${twoLines}/ip route
add gateway=10.0.1.1 distance=1 check-gateway=ping
add gateway=10.0.2.2 distance=2 check-gateway=ping
`,
    ['10:1'],
  ],
])('%s → its route', (_, text, places) =>
  expect(placesOf('routes/gateway-unreachable', text)).toEqual(places),
);
