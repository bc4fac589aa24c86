import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

it.each([
  [
    'no rule',
    `/ip address
add address=198.51.100.2/24 interface=ether1
add address=192.168.88.1/24 interface=bridge
/ip route
add gateway=198.51.100.1
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
/ip firewall filter
add chain=input connection-state=established,related action=accept
add chain=input in-interface=ether1 action=drop
/ipv6 dhcp-client
add interface=ether1 request=prefix pool-name=six add-default-route=yes
`,
    ['12:1'],
  ],
  [
    'rules that drop',
    `/ip address
add address=198.51.100.2/24 interface=ether1
add address=192.168.88.1/24 interface=bridge
/ip route
add gateway=198.51.100.1
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
/ip firewall filter
add chain=input connection-state=established,related action=accept
add chain=input in-interface=ether1 action=drop
/ipv6 dhcp-client
add interface=ether1 request=prefix pool-name=six add-default-route=yes
/ipv6 firewall filter
add chain=input connection-state=established,related action=accept
add chain=input protocol=icmpv6 action=accept
add chain=input protocol=udp dst-port=546 src-address=fe80::/10 action=accept
add chain=input in-interface=ether1 action=drop
add chain=forward connection-state=established,related action=accept
add chain=forward protocol=icmpv6 action=accept
add chain=forward in-interface=ether1 action=drop
`,
    [],
  ],
  [
    'IPv6 is off',
    `/ip address
add address=198.51.100.2/24 interface=ether1
add address=192.168.88.1/24 interface=bridge
/ip route
add gateway=198.51.100.1
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
/ip firewall filter
add chain=input connection-state=established,related action=accept
add chain=input in-interface=ether1 action=drop
/ipv6 dhcp-client
add interface=ether1 request=prefix pool-name=six add-default-route=yes
/ipv6 settings
set disable-ipv6=yes
`,
    [],
  ],
])('%s → its place', (_, text, places) => expect(placesOf('firewall/ipv6-open', text)).toEqual(places));
