import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

it.each([
  [
    'everywhere',
    `/ip address
add address=198.51.100.2/24 interface=ether1
add address=192.168.88.1/24 interface=bridge
add address=192.168.99.1/24 interface=guests
/ip route
add gateway=198.51.100.1
/ip firewall nat
add chain=srcnat action=masquerade
`,
    ['8:1'],
  ],
  [
    'out of the WAN',
    `/ip address
add address=198.51.100.2/24 interface=ether1
add address=192.168.88.1/24 interface=bridge
add address=192.168.99.1/24 interface=guests
/ip route
add gateway=198.51.100.1
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
`,
    [],
  ],
  [
    'one LAN and no forward',
    `/ip address
add address=198.51.100.2/24 interface=ether1
add address=192.168.88.1/24 interface=bridge
/ip route
add gateway=198.51.100.1
/ip firewall nat
add chain=srcnat action=masquerade
`,
    [],
  ],
])('%s → its place', (_, text, places) => expect(placesOf('nat/too-wide', text)).toEqual(places));

it.each([
  [
    'all ports but one',
    `/ip address
add address=192.168.1.1/24 interface=ether3
add address=203.0.113.2/24 interface=ether1
add address=192.168.2.1/24 interface=ether4
/ip route
add gateway=203.0.113.1
/ip firewall nat
add chain=srcnat out-interface=!ether3 action=masquerade
`,
    ['8:1'],
  ],
])('%s → its place', (_, text, places) => expect(placesOf('nat/too-wide', text)).toEqual(places));
