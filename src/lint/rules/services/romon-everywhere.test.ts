import { expect, it } from 'vitest';
import { lintText, placesOf } from '../../testing.ts';

it.each([
  [
    'everywhere',
    `/ip address
add address=198.51.100.2/24 interface=ether1
add address=192.168.88.1/24 interface=bridge
/ip route
add gateway=198.51.100.1
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
/tool romon
set enabled=yes
`,
    ['9:1'],
  ],
  [
    'not on the WAN',
    `/ip address
add address=198.51.100.2/24 interface=ether1
add address=192.168.88.1/24 interface=bridge
/ip route
add gateway=198.51.100.1
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
/tool romon
set enabled=yes
/tool romon port
add interface=ether1 forbid=yes
`,
    [],
  ],
])('%s → its place', (_, text, places) =>
  expect(placesOf('services/romon-everywhere', text)).toEqual(places),
);

it('dialled lines → the ports that carry them', () => {
  const [found] = lintText(
    `/interface pppoe-client
add name=pppoe-out1 interface=ether1 user=a disabled=no add-default-route=yes
/ip address
add address=192.168.88.1/24 interface=bridge
/ip firewall nat
add chain=srcnat out-interface=pppoe-out1 action=masquerade
/tool romon
set enabled=yes
`,
    ['services/romon-everywhere'],
  );
  expect(found?.do).toBe('Forbid it there: /tool romon port add interface=ether1 forbid=yes');
});
