import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

it.each([
  [
    'kept',
    `/ip address
add address=198.51.100.2/24 interface=ether1
add address=192.168.88.1/24 interface=bridge
/ip route
add gateway=198.51.100.1
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
/ip firewall filter
add chain=forward connection-state=established,related action=accept
`,
    ['9:1'],
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
add chain=forward connection-state=established,related action=accept
add chain=forward connection-state=invalid action=drop
`,
    [],
  ],
])('%s → its place', (_, text, places) => expect(placesOf('firewall/invalid-kept', text)).toEqual(places));
