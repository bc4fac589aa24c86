import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

it.each([
  [
    'one port',
    `/ip address
add address=198.51.100.2/24 interface=ether1
add address=192.168.88.1/24 interface=bridge
/ip route
add gateway=198.51.100.1
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
/ip firewall filter
add chain=forward protocol=tcp dst-port=445 action=drop
`,
    ['9:1'],
  ],
  [
    'all four',
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
    [],
  ],
  [
    'only from outside',
    `/ip address
add address=198.51.100.2/24 interface=ether1
add address=192.168.88.1/24 interface=bridge
/ip route
add gateway=198.51.100.1
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
/ip firewall filter
add chain=forward in-interface=ether1 protocol=tcp dst-port=139,445 action=drop
`,
    ['9:1'],
  ],
  [
    'no such filter',
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
])('%s → its place', (_, text, places) => expect(placesOf('firewall/smb-incomplete', text)).toEqual(places));
