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

it.each([
  [
    'a redirect to a resolver that is off',
    `# by RouterOS 7.14
/ip address
add address=192.168.1.1/24 interface=ether3
add address=203.0.113.2/24 interface=ether1
add address=198.51.100.2/24 interface=ether2
/ip route
add gateway=203.0.113.1
/ip firewall nat
add chain=dstnat protocol=udp dst-port=53 action=redirect
`,
    ['9:1'],
  ],
  [
    'one that is on',
    `# by RouterOS 7.14
/ip address
add address=192.168.1.1/24 interface=ether3
add address=203.0.113.2/24 interface=ether1
add address=198.51.100.2/24 interface=ether2
/ip route
add gateway=203.0.113.1
/ip dns
set allow-remote-requests=yes servers=1.1.1.1
/ip firewall nat
add chain=dstnat protocol=udp dst-port=53 action=redirect
`,
    [],
  ],
])('%s → its place', (_, text, places) => expect(placesOf('services/dns-refused', text)).toEqual(places));
