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

it.each([
  [
    'of DNS in raw',
    `/ip address
add address=192.168.1.1/24 interface=ether3
add address=203.0.113.2/24 interface=ether1
add address=198.51.100.2/24 interface=ether2
/ip route
add gateway=203.0.113.1
/ip dns
set servers=1.1.1.1
/ip firewall raw
add chain=prerouting in-interface=ether1 protocol=udp src-port=53 action=drop
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
`,
    ['10:1'],
  ],
  [
    'of servers that the router asks',
    `/ip address
add address=192.168.1.1/24 interface=ether3
add address=203.0.113.2/24 interface=ether1
add address=198.51.100.2/24 interface=ether2
/ip route
add gateway=203.0.113.1
/ip dns
set servers=1.1.1.1
/ip firewall filter
add chain=input in-interface=ether1 action=drop
`,
    ['10:1'],
  ],
  [
    'of whoever scans ports',
    `/ip address
add address=192.168.1.1/24 interface=ether3
add address=203.0.113.2/24 interface=ether1
add address=198.51.100.2/24 interface=ether2
/ip route
add gateway=203.0.113.1
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
/ip firewall filter
add chain=forward psd=21,3s,3,1 protocol=tcp action=add-src-to-address-list address-list=scan
add chain=forward src-address-list=scan action=drop
`,
    [],
  ],
])('%s → its place', (_, text, places) => expect(placesOf('firewall/answers-dropped', text)).toEqual(places));

it.each([
  [
    'a raw rule against questions from outside',
    `/ip address
add address=192.168.1.1/24 interface=ether3
add address=203.0.113.2/24 interface=ether1
/ip route
add gateway=203.0.113.1
/ip firewall raw
add chain=prerouting in-interface=ether1 protocol=udp dst-port=53 action=drop
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
`,
    [],
  ],
])('%s → its place', (_, text, places) => expect(placesOf('firewall/answers-dropped', text)).toEqual(places));
