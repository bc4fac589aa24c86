import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

const v7 = '# 2024-01-01 00:00:00 by RouterOS 7.14.3';
const trunk = `/interface list
add name=trunk
/interface list member
add list=trunk interface=bridge
`;

/** A router with VLAN 10 on its bridge, of which one port is untagged. */
const office = (entry: string, { by = v7, filters = 'yes', first = '' } = {}): string => `${by}
${first}/interface bridge
add name=bridge vlan-filtering=${filters}
/interface vlan
add interface=bridge name=office vlan-id=10
/interface bridge port
add bridge=bridge interface=ether2
add bridge=bridge interface=ether3 pvid=10
/interface bridge vlan
add bridge=bridge ${entry}
/ip address
add address=192.168.10.1/24 interface=office
`;

it.each([
  ['not a member', office('tagged=ether2 vlan-ids=10'), ['10:1']],
  ['a member', office('tagged=bridge,ether2 vlan-ids=10'), []],
  ['a range', office('tagged=ether2 vlan-ids=5-20'), ['10:1']],
  ['in another entry', office('tagged=bridge,ether2 vlan-ids=20'), ['5:1']],
  ['no filter', office('tagged=ether2 vlan-ids=10', { filters: 'no' }), []],
  ['7.16', office('tagged=ether2 vlan-ids=10', { by: '# 2024-01-01 00:00:00 by RouterOS 7.16' }), []],
  ['by a list', office('tagged=trunk vlan-ids=10', { first: trunk }), []],
  [
    'RouterOS 6',
    office('tagged=ether2 vlan-ids=10', { by: '# jan/02/2021 00:00:00 by RouterOS 6.48.6' }),
    ['10:1'],
  ],
])('%s → its place', (_, text, places) =>
  expect(placesOf('interfaces/bridge-not-in-vlan', text)).toEqual(places),
);
