import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

it.each([
  [
    'as for a LAN',
    `/ip address
add address=198.51.100.2/24 interface=ether1
add address=192.168.88.1/24 interface=bridge
/ip route
add gateway=198.51.100.1
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
/queue simple
add name=line target=ether1 max-limit=10M/50M
`,
    ['9:1'],
  ],
  [
    'for a WAN',
    `/ip address
add address=198.51.100.2/24 interface=ether1
add address=192.168.88.1/24 interface=bridge
/ip route
add gateway=198.51.100.1
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
/queue simple
add name=line target=ether1 max-limit=50M/10M
`,
    [],
  ],
  [
    'a LAN',
    `/ip address
add address=198.51.100.2/24 interface=ether1
add address=192.168.88.1/24 interface=bridge
/ip route
add gateway=198.51.100.1
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
/queue simple
add name=line target=bridge max-limit=10M/50M
`,
    [],
  ],
])('%s → its place', (_, text, places) =>
  expect(placesOf('queues/directions-swapped', text)).toEqual(places),
);
