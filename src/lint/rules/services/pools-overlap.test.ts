import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

it.each([
  [
    'overlapping',
    `/ip address
add address=192.168.88.1/23 interface=bridge
add address=192.168.90.1/24 interface=guests
/ip pool
add name=clients ranges=192.168.88.10-192.168.88.99
add name=more ranges=192.168.88.90-192.168.88.120
/ip dhcp-server
add name=lan interface=bridge address-pool=clients disabled=no
add name=lan2 interface=bridge address-pool=more disabled=no
`,
    ['6:1'],
  ],
  [
    'apart',
    `/ip address
add address=192.168.88.1/23 interface=bridge
add address=192.168.90.1/24 interface=guests
/ip pool
add name=clients ranges=192.168.88.10-192.168.88.99
add name=more ranges=192.168.90.10-192.168.90.99
/ip dhcp-server
add name=lan interface=bridge address-pool=clients disabled=no
add name=lan2 interface=guests address-pool=more disabled=no
`,
    [],
  ],
])('%s → its place', (_, text, places) => expect(placesOf('services/pools-overlap', text)).toEqual(places));
