import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

it.each([
  [
    'open',
    `/ip address
add address=198.51.100.2/24 interface=ether1
add address=192.168.88.1/24 interface=bridge
/ip route
add gateway=198.51.100.1
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
/ip firewall filter
add chain=input connection-state=established,related action=accept
add chain=input in-interface=ether1 protocol=tcp dst-port=21,22,23,80,443,8291,8728,8729 action=drop
/tool bandwidth-server
set enabled=yes authenticate=no
`,
    ['12:1'],
  ],
  [
    'dropped',
    `/ip address
add address=198.51.100.2/24 interface=ether1
add address=192.168.88.1/24 interface=bridge
/ip route
add gateway=198.51.100.1
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
/ip firewall filter
add chain=input connection-state=established,related action=accept
add chain=input in-interface=ether1 action=drop
/tool bandwidth-server
set enabled=yes authenticate=no
`,
    [],
  ],
])('%s → its place', (_, text, places) =>
  expect(placesOf('services/bandwidth-test-open', text)).toEqual(places),
);
