import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

it.each([
  [
    'a port of a bridge',
    `/interface bridge
add name=bridge
/interface bridge port
add bridge=bridge interface=ether2
/ip firewall filter
add chain=forward in-interface=ether2 protocol=tcp dst-port=25 action=drop
`,
    ['6:1'],
  ],
  [
    'the bridge',
    `/interface bridge
add name=bridge
/interface bridge port
add bridge=bridge interface=ether2
/ip firewall filter
add chain=forward in-interface=bridge protocol=tcp dst-port=25 action=drop
`,
    [],
  ],
  [
    'a port of a VRF in a filter, from 7.14 on; not in mangle',
    `# by RouterOS 7.15
/ip vrf
add interfaces=ether5 name=mgmt
/ip firewall filter
add chain=input in-interface=ether5 action=accept
add chain=input in-interface=mgmt action=accept
/ip firewall mangle
add chain=prerouting in-interface=ether5 action=accept
`,
    ['5:1'],
  ],
  [
    'the same before 7.14',
    `# by RouterOS 7.13
/ip vrf
add interfaces=ether5 name=mgmt
/ip firewall filter
add chain=input in-interface=ether5 action=accept
`,
    [],
  ],
  [
    'below PPPoE',
    `/interface pppoe-client
add name=pppoe-out1 interface=ether1 disabled=no user=u
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
`,
    ['4:1'],
  ],
])('%s → its place', (_, text, places) =>
  expect(placesOf('interfaces/carrier-matched', text)).toEqual(places),
);
