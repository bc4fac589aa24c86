import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

it.each([
  [
    'any direction',
    `/ip address
add address=198.51.100.2/24 interface=ether1
add address=192.168.88.1/24 interface=bridge
/ip route
add gateway=198.51.100.1
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
add chain=dstnat protocol=tcp dst-port=443 action=dst-nat to-addresses=192.168.88.20
`,
    ['8:1'],
  ],
  [
    'from the WAN',
    `/ip address
add address=198.51.100.2/24 interface=ether1
add address=192.168.88.1/24 interface=bridge
/ip route
add gateway=198.51.100.1
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
add chain=dstnat in-interface=ether1 protocol=tcp dst-port=443 action=dst-nat to-addresses=192.168.88.20
`,
    [],
  ],
  [
    'for the address of the WAN',
    `/ip address
add address=198.51.100.2/24 interface=ether1
add address=192.168.88.1/24 interface=bridge
/ip route
add gateway=198.51.100.1
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
add chain=dstnat dst-address=198.51.100.2 protocol=tcp dst-port=443 action=dst-nat to-addresses=192.168.88.20
`,
    [],
  ],
  [
    'all DNS to one resolver',
    `/ip address
add address=198.51.100.2/24 interface=ether1
add address=192.168.88.1/24 interface=bridge
/ip route
add gateway=198.51.100.1
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
add chain=dstnat protocol=udp dst-port=53 action=dst-nat to-addresses=192.168.88.20
`,
    [],
  ],
])('%s → its place', (_, text, places) => expect(placesOf('nat/forward-too-wide', text)).toEqual(places));
