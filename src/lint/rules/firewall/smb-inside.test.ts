import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

it.each([
  [
    'a filter',
    `/ip address
add address=198.51.100.2/24 interface=ether1
add address=192.168.88.1/24 interface=bridge
/ip route
add gateway=198.51.100.1
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
/ip firewall filter
add chain=forward protocol=tcp dst-port=139,445 action=drop
add chain=forward protocol=udp dst-port=137,138 action=drop
`,
    ['9:1'],
  ],
  [
    'none',
    `/ip address
add address=198.51.100.2/24 interface=ether1
add address=192.168.88.1/24 interface=bridge
/ip route
add gateway=198.51.100.1
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
`,
    [],
  ],
])('%s → its place', (_, text, places) => expect(placesOf('firewall/smb-inside', text)).toEqual(places));
