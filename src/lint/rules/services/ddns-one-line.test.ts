import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

it.each([
  [
    'two WANs',
    `/ip address
add address=198.51.100.2/24 interface=ether1
add address=203.0.113.2/24 interface=ether2
add address=192.168.88.1/24 interface=bridge
/ip route
add gateway=198.51.100.1 distance=1 check-gateway=ping
add gateway=203.0.113.1 distance=2 check-gateway=ping
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
add chain=srcnat out-interface=ether2 action=masquerade
/ip cloud
set ddns-enabled=yes
`,
    ['12:1'],
  ],
  [
    'one',
    `/ip address
add address=198.51.100.2/24 interface=ether1
add address=192.168.88.1/24 interface=bridge
/ip route
add gateway=198.51.100.1
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
/ip cloud
set ddns-enabled=yes
`,
    [],
  ],
])('%s → its place', (_, text, places) => expect(placesOf('services/ddns-one-line', text)).toEqual(places));
