import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

it.each([
  [
    'with the WAN',
    `/interface list
add name=OUTSIDE
add name=INSIDE
/interface list member
add list=OUTSIDE interface=ether1
add list=INSIDE interface=bridge
/ip address
add address=198.51.100.2/24 interface=ether1
add address=192.168.88.1/24 interface=bridge
/ip route
add gateway=198.51.100.1
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
/tool mac-server mac-winbox
set allowed-interface-list=OUTSIDE
`,
    ['15:28'],
  ],
  [
    'without it',
    `/interface list
add name=OUTSIDE
add name=INSIDE
/interface list member
add list=OUTSIDE interface=ether1
add list=INSIDE interface=bridge
/ip address
add address=198.51.100.2/24 interface=ether1
add address=192.168.88.1/24 interface=bridge
/ip route
add gateway=198.51.100.1
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
/tool mac-server mac-winbox
set allowed-interface-list=INSIDE
`,
    [],
  ],
])('%s → its place', (_, text, places) =>
  expect(placesOf('services/mac-access-outside', text)).toEqual(places),
);
