import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

it.each([
  [
    'refused',
    `/ip address
add address=192.168.88.1/24 interface=bridge
/ip pool
add name=clients ranges=192.168.88.10-192.168.88.99
/ip dhcp-server
add name=lan interface=bridge address-pool=clients disabled=no
/ip dhcp-server network
add address=192.168.88.0/24 gateway=192.168.88.1 dns-server=192.168.88.1
/ip dns
set allow-remote-requests=no servers=9.9.9.9
`,
    ['8:1'],
  ],
  [
    'answered',
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
  [
    'dropped by the filter',
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
/ip firewall filter
add chain=input protocol=udp dst-port=53 action=drop
`,
    ['8:1'],
  ],
])('%s → its place', (_, text, places) => expect(placesOf('services/dns-refused', text)).toEqual(places));
