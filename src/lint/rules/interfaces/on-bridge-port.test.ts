import { expect, it } from 'vitest';
import { lintText, placesOf } from '../../testing.ts';

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

it('several servers on ports of one bridge → no fix, as the bridge can have one alone', () => {
  const servers = (second: string) => `/interface bridge
add name=bridge
/interface bridge port
add bridge=bridge interface=ether2
add bridge=bridge interface=ether3
/ip dhcp-server
add name=one interface=ether2 disabled=no
${second}`;
  const fixes = (text: string) =>
    lintText(text, ['interfaces/on-bridge-port']).map(({ fix }) => fix !== undefined);
  expect(fixes(servers('add name=two interface=ether3 disabled=no\n'))).toEqual([false, false]);
  expect(fixes(servers('add name=two interface=ether4 disabled=no\n'))).toEqual([true]);
});
