import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

it.each([
  [
    'another network',
    `/ip address
add address=192.168.88.1/24 interface=bridge
/ip pool
add name=clients ranges=192.168.88.10-192.168.88.99
/ip dhcp-server
add name=lan interface=bridge address-pool=clients disabled=no
/ip dhcp-server network
add address=192.168.8.0/24 gateway=192.168.8.1
`,
    ['6:1'],
  ],
  [
    'its own',
    `/ip address
add address=192.168.88.1/24 interface=bridge
/ip pool
add name=clients ranges=192.168.88.10-192.168.88.99
/ip dhcp-server
add name=lan interface=bridge address-pool=clients disabled=no
/ip dhcp-server network
add address=192.168.88.0/24 gateway=192.168.88.1 dns-server=192.168.88.1
/ip dns
set allow-remote-requests=yes servers=9.9.9.9
`,
    [],
  ],
])('%s → its place', (_, text, places) => expect(placesOf('services/dhcp-no-network', text)).toEqual(places));
