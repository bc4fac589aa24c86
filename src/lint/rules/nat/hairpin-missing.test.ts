import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

it.each([
  [
    'without',
    `/ip address
add address=198.51.100.2/24 interface=ether1
add address=192.168.88.1/24 interface=bridge
/ip route
add gateway=198.51.100.1
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
add chain=dstnat dst-address=198.51.100.2 protocol=tcp dst-port=443 action=dst-nat to-addresses=192.168.88.20
`,
    ['8:1'],
  ],
  [
    'with',
    `/ip address
add address=198.51.100.2/24 interface=ether1
add address=192.168.88.1/24 interface=bridge
/ip route
add gateway=198.51.100.1
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
add chain=dstnat dst-address=198.51.100.2 protocol=tcp dst-port=443 action=dst-nat to-addresses=192.168.88.20
add chain=srcnat src-address=192.168.88.0/24 dst-address=192.168.88.20 out-interface=bridge action=masquerade
`,
    [],
  ],
  [
    'hosts inside are not sent there',
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
])('%s → its place', (_, text, places) => expect(placesOf('nat/hairpin-missing', text)).toEqual(places));
