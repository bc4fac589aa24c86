import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

it.each([
  [
    'for everybody',
    `/ip address
add address=198.51.100.2/24 interface=ether1
add address=192.168.88.1/24 interface=bridge
/ip route
add gateway=198.51.100.1
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
add chain=dstnat in-interface=ether1 protocol=tcp dst-port=33389 action=dst-nat to-addresses=192.168.88.20 to-ports=3389
`,
    ['8:1'],
  ],
  [
    'for one office',
    `/ip address
add address=198.51.100.2/24 interface=ether1
add address=192.168.88.1/24 interface=bridge
/ip route
add gateway=198.51.100.1
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
add chain=dstnat in-interface=ether1 src-address-list=office protocol=tcp dst-port=33389 action=dst-nat to-addresses=192.168.88.20 to-ports=3389
/ip firewall address-list
add list=office address=192.0.2.10
`,
    [],
  ],
  [
    'a web server',
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
])('%s → its place', (_, text, places) => expect(placesOf('nat/forward-exposed', text)).toEqual(places));
