import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

it.each([
  [
    'the drop first',
    `/ip address
add address=198.51.100.2/24 interface=ether1
add address=192.168.88.1/24 interface=bridge
/ip route
add gateway=198.51.100.1
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
/ip firewall filter
add chain=forward in-interface=ether1 action=drop
add chain=forward connection-state=established,related action=accept
`,
    ['9:1'],
  ],
  [
    'the drop last',
    `/ip address
add address=198.51.100.2/24 interface=ether1
add address=192.168.88.1/24 interface=bridge
/ip route
add gateway=198.51.100.1
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
/ip firewall filter
add chain=forward connection-state=established,related action=accept
add chain=forward in-interface=ether1 action=drop
`,
    [],
  ],
  [
    'only new ones dropped',
    `/ip address
add address=198.51.100.2/24 interface=ether1
add address=192.168.88.1/24 interface=bridge
/ip route
add gateway=198.51.100.1
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
/ip firewall filter
add chain=forward in-interface=ether1 connection-state=new action=drop
`,
    [],
  ],
])('%s → its place', (_, text, places) => expect(placesOf('firewall/answers-dropped', text)).toEqual(places));
