import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

it.each([
  [
    'a port',
    `/interface bridge
add name=bridge
/interface bridge port
add bridge=bridge interface=ether2
/ip dhcp-server
add name=lan interface=ether2 disabled=no
`,
    ['6:1'],
  ],
  [
    'no port',
    `/interface bridge
add name=bridge
/interface bridge port
add bridge=bridge interface=ether2
/ip dhcp-server
add name=lan interface=bridge disabled=no
`,
    [],
  ],
  [
    'a VLAN',
    `/interface bridge
add name=bridge vlan-filtering=yes
/interface vlan
add name=guests interface=ether2 vlan-id=20
add name=office interface=bridge vlan-id=10
/interface bridge port
add bridge=bridge interface=ether2
`,
    ['4:1'],
  ],
])('%s → its place', (_, text, places) =>
  expect(placesOf('interfaces/on-bridge-port', text)).toEqual(places),
);
