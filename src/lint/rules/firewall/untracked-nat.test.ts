import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

it.each([
  [
    'all of the LAN',
    `/ip address
add address=198.51.100.2/24 interface=ether1
add address=192.168.88.1/24 interface=bridge
/ip route
add gateway=198.51.100.1
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
/ip firewall raw
add chain=prerouting src-address=192.168.88.0/24 action=notrack
`,
    ['9:1'],
  ],
  [
    'what stays inside',
    `/ip address
add address=198.51.100.2/24 interface=ether1
add address=192.168.88.1/24 interface=bridge
/ip route
add gateway=198.51.100.1
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
/ip firewall raw
add chain=prerouting src-address=192.168.88.0/24 dst-address=192.168.0.0/16 action=notrack
`,
    [],
  ],
])('%s → its place', (_, text, places) => expect(placesOf('firewall/untracked-nat', text)).toEqual(places));
