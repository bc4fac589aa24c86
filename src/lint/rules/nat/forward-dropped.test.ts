import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

it.each([
  [
    'dropped',
    `/ip address
add address=198.51.100.2/24 interface=ether1
add address=192.168.88.1/24 interface=bridge
/ip route
add gateway=198.51.100.1
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
add chain=dstnat in-interface=ether1 protocol=tcp dst-port=443 action=dst-nat to-addresses=192.168.88.20
/ip firewall filter
add chain=forward connection-state=established,related action=accept
add chain=forward in-interface=ether1 action=drop
`,
    ['8:1'],
  ],
  [
    'all but forwards dropped',
    `/ip address
add address=198.51.100.2/24 interface=ether1
add address=192.168.88.1/24 interface=bridge
/ip route
add gateway=198.51.100.1
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
add chain=dstnat in-interface=ether1 protocol=tcp dst-port=443 action=dst-nat to-addresses=192.168.88.20
/ip firewall filter
add chain=forward connection-state=established,related action=accept
add chain=forward connection-nat-state=!dstnat in-interface=ether1 action=drop
`,
    [],
  ],
])('%s → its place', (_, text, places) => expect(placesOf('nat/forward-dropped', text)).toEqual(places));

it.each([
  [
    'to a few hosts',
    `/ip address
add address=192.168.1.1/24 interface=ether3
add address=203.0.113.2/28 interface=ether1
/ip route
add gateway=203.0.113.1
/ip firewall nat
add chain=dstnat in-interface=ether1 protocol=tcp dst-port=443 action=dst-nat to-addresses=192.168.1.8-192.168.1.9
/ip firewall filter
add chain=forward connection-state=established,related action=accept
add chain=forward in-interface=ether1 action=drop
`,
    ['7:1'],
  ],
])('%s → its place', (_, text, places) => expect(placesOf('nat/forward-dropped', text)).toEqual(places));
