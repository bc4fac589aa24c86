import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

it.each([
  [
    'fixed',
    `/ip dhcp-client
add interface=ether1 disabled=no
/ip address
add address=192.168.88.1/24 interface=bridge
/ip firewall nat
add chain=srcnat out-interface=ether1 action=src-nat to-addresses=198.51.100.2
`,
    ['6:1'],
  ],
  [
    'present',
    `/ip dhcp-client
add interface=ether1 disabled=no
/ip address
add address=192.168.88.1/24 interface=bridge
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
`,
    [],
  ],
])('%s → its place', (_, text, places) => expect(placesOf('nat/source-fixed', text)).toEqual(places));
