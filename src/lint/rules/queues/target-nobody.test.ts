import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

it.each([
  [
    'another network',
    `# 2024-01-01 00:00:00 by RouterOS 7.15.3
/interface bridge
add name=bridge
/interface bridge port
add bridge=bridge interface=ether2
/interface ethernet
set [ find default-name=ether1 ] comment=line
set [ find default-name=ether2 ] comment=office
/ip address
add address=198.51.100.2/24 interface=ether1
add address=192.168.88.1/24 interface=bridge
/ip route
add gateway=198.51.100.1
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
/ip firewall filter
add chain=input connection-state=established,related action=accept
add chain=input in-interface=ether1 action=drop
add chain=forward connection-state=established,related action=accept
add chain=forward in-interface=ether1 action=drop
/queue simple
add name=office target=192.168.8.20/32 max-limit=5M/10M
`,
    ['22:1'],
  ],
  [
    'its own',
    `# 2024-01-01 00:00:00 by RouterOS 7.15.3
/interface bridge
add name=bridge
/interface bridge port
add bridge=bridge interface=ether2
/interface ethernet
set [ find default-name=ether1 ] comment=line
set [ find default-name=ether2 ] comment=office
/ip address
add address=198.51.100.2/24 interface=ether1
add address=192.168.88.1/24 interface=bridge
/ip route
add gateway=198.51.100.1
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
/ip firewall filter
add chain=input connection-state=established,related action=accept
add chain=input in-interface=ether1 action=drop
add chain=forward connection-state=established,related action=accept
add chain=forward in-interface=ether1 action=drop
/queue simple
add name=office target=192.168.88.20/32 max-limit=5M/10M
`,
    [],
  ],
])('%s → its place', (_, text, places) => expect(placesOf('queues/target-nobody', text)).toEqual(places));
