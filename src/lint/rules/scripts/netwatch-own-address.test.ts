import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

it.each([
  [
    'its own',
    `/ip address
add address=198.51.100.2/24 interface=ether1
add address=192.168.88.1/24 interface=bridge
/ip route
add gateway=198.51.100.1
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
/tool netwatch
add host=198.51.100.2 interval=10s down-script=":log info down"
`,
    ['9:1'],
  ],
  [
    'another',
    `/ip address
add address=198.51.100.2/24 interface=ether1
add address=192.168.88.1/24 interface=bridge
/ip route
add gateway=198.51.100.1
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
/tool netwatch
add host=198.51.100.1 interval=10s down-script=":log info down"
`,
    [],
  ],
])('%s → its place', (_, text, places) =>
  expect(placesOf('scripts/netwatch-own-address', text)).toEqual(places),
);
