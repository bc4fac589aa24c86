import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

it.each([
  [
    'off',
    `/interface pppoe-client
add name=pppoe-out1 interface=ether1 user=u add-default-route=yes
/ip firewall nat
add chain=srcnat out-interface=pppoe-out1 action=masquerade
`,
    ['2:1'],
  ],
  [
    'on',
    `/interface pppoe-client
add name=pppoe-out1 interface=ether1 user=u add-default-route=yes disabled=no
/ip firewall nat
add chain=srcnat out-interface=pppoe-out1 action=masquerade
`,
    [],
  ],
])('%s → its place', (_, text, places) => expect(placesOf('interfaces/left-off', text)).toEqual(places));
