import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

it.each([
  [
    'the same',
    `/ip address
add address=192.168.88.1/24 interface=bridge
/ip pool
add name=clients ranges=192.168.88.10-192.168.88.99
/ip dhcp-server
add name=lan interface=bridge address-pool=clients disabled=no
/ip dhcp-server lease
add address=192.168.88.20 mac-address=02:00:00:00:00:01 server=lan
add address=192.168.88.20 mac-address=02:00:00:00:00:02 server=lan
`,
    ['9:1'],
  ],
  [
    'two',
    `/ip address
add address=192.168.88.1/24 interface=bridge
/ip pool
add name=clients ranges=192.168.88.10-192.168.88.99
/ip dhcp-server
add name=lan interface=bridge address-pool=clients disabled=no
/ip dhcp-server lease
add address=192.168.88.20 mac-address=02:00:00:00:00:01 server=lan
add address=192.168.88.21 mac-address=02:00:00:00:00:02 server=lan
`,
    [],
  ],
])('%s → its place', (_, text, places) => expect(placesOf('services/lease-twice', text)).toEqual(places));
