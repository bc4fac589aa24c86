import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

it.each([
  [
    'not a member',
    `# 2024-01-01 00:00:00 by RouterOS 7.14.3
/interface bridge
add name=bridge vlan-filtering=yes
/interface vlan
add interface=bridge name=office vlan-id=10
/interface bridge port
add bridge=bridge interface=ether2
add bridge=bridge interface=ether3 pvid=10
/interface bridge vlan
add bridge=bridge tagged=ether2 vlan-ids=10
/ip address
add address=192.168.10.1/24 interface=office
`,
    ['10:1'],
  ],
  [
    'a member',
    `# 2024-01-01 00:00:00 by RouterOS 7.14.3
/interface bridge
add name=bridge vlan-filtering=yes
/interface vlan
add interface=bridge name=office vlan-id=10
/interface bridge port
add bridge=bridge interface=ether2
add bridge=bridge interface=ether3 pvid=10
/interface bridge vlan
add bridge=bridge tagged=bridge,ether2 vlan-ids=10
/ip address
add address=192.168.10.1/24 interface=office
`,
    [],
  ],
  [
    'a range',
    `# 2024-01-01 00:00:00 by RouterOS 7.14.3
/interface bridge
add name=bridge vlan-filtering=yes
/interface vlan
add interface=bridge name=office vlan-id=10
/interface bridge port
add bridge=bridge interface=ether2
add bridge=bridge interface=ether3 pvid=10
/interface bridge vlan
add bridge=bridge tagged=ether2 vlan-ids=5-20
/ip address
add address=192.168.10.1/24 interface=office
`,
    ['10:1'],
  ],
  [
    'in another entry',
    `# 2024-01-01 00:00:00 by RouterOS 7.14.3
/interface bridge
add name=bridge vlan-filtering=yes
/interface vlan
add interface=bridge name=office vlan-id=10
/interface bridge port
add bridge=bridge interface=ether2
add bridge=bridge interface=ether3 pvid=10
/interface bridge vlan
add bridge=bridge tagged=bridge,ether2 vlan-ids=20
/ip address
add address=192.168.10.1/24 interface=office
`,
    ['5:1'],
  ],
  [
    'no filter',
    `# 2024-01-01 00:00:00 by RouterOS 7.14.3
/interface bridge
add name=bridge vlan-filtering=no
/interface vlan
add interface=bridge name=office vlan-id=10
/interface bridge port
add bridge=bridge interface=ether2
add bridge=bridge interface=ether3 pvid=10
/interface bridge vlan
add bridge=bridge tagged=ether2 vlan-ids=10
/ip address
add address=192.168.10.1/24 interface=office
`,
    [],
  ],
  [
    '7.16',
    `# 2024-01-01 00:00:00 by RouterOS 7.16
/interface bridge
add name=bridge vlan-filtering=yes
/interface vlan
add interface=bridge name=office vlan-id=10
/interface bridge port
add bridge=bridge interface=ether2
add bridge=bridge interface=ether3 pvid=10
/interface bridge vlan
add bridge=bridge tagged=ether2 vlan-ids=10
/ip address
add address=192.168.10.1/24 interface=office
`,
    [],
  ],
  [
    'by a list',
    `# 2024-01-01 00:00:00 by RouterOS 7.14.3
/interface list
add name=trunk
/interface list member
add list=trunk interface=bridge
/interface bridge
add name=bridge vlan-filtering=yes
/interface vlan
add interface=bridge name=office vlan-id=10
/interface bridge port
add bridge=bridge interface=ether2
add bridge=bridge interface=ether3 pvid=10
/interface bridge vlan
add bridge=bridge tagged=trunk vlan-ids=10
/ip address
add address=192.168.10.1/24 interface=office
`,
    [],
  ],
  [
    'RouterOS 6',
    `# jan/02/2021 00:00:00 by RouterOS 6.48.6
/interface bridge
add name=bridge vlan-filtering=yes
/interface vlan
add interface=bridge name=office vlan-id=10
/interface bridge port
add bridge=bridge interface=ether2
add bridge=bridge interface=ether3 pvid=10
/interface bridge vlan
add bridge=bridge tagged=ether2 vlan-ids=10
/ip address
add address=192.168.10.1/24 interface=office
`,
    ['10:1'],
  ],
])('%s → its place', (_, text, places) =>
  expect(placesOf('interfaces/bridge-not-in-vlan', text)).toEqual(places),
);
