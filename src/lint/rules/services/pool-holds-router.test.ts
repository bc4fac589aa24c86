import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

it.each([
  [
    'with it',
    `/ip address
add address=192.168.88.1/24 interface=bridge
/ip pool
add name=clients ranges=192.168.88.1-192.168.88.99
/ip dhcp-server
add name=lan interface=bridge address-pool=clients disabled=no
`,
    ['4:1'],
  ],
  [
    'without it',
    `/ip address
add address=192.168.88.1/24 interface=bridge
/ip pool
add name=clients ranges=192.168.88.10-192.168.88.99
/ip dhcp-server
add name=lan interface=bridge address-pool=clients disabled=no
`,
    [],
  ],
])('%s → its place', (_, text, places) =>
  expect(placesOf('services/pool-holds-router', text)).toEqual(places),
);
