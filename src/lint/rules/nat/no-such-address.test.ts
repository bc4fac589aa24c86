import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

it.each([
  [
    'a forward',
    `/ip address
add address=198.51.100.2/29 interface=ether1
add address=192.168.88.1/24 interface=bridge
/ip route
add gateway=198.51.100.1
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
add chain=dstnat dst-address=198.51.100.4 in-interface=ether1 protocol=tcp dst-port=443 action=dst-nat to-addresses=192.168.88.20
`,
    ['8:1'],
  ],
  [
    'a source',
    `/ip address
add address=198.51.100.2/29 interface=ether1
add address=192.168.88.1/24 interface=bridge
/ip route
add gateway=198.51.100.1
/ip firewall nat
add chain=srcnat out-interface=ether1 action=src-nat to-addresses=198.51.100.5
`,
    ['7:1'],
  ],
  [
    'the router has it',
    `/ip address
add address=198.51.100.2/29 interface=ether1
add address=198.51.100.4/32 interface=ether1
add address=192.168.88.1/24 interface=bridge
/ip route
add gateway=198.51.100.1
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
add chain=dstnat dst-address=198.51.100.4 in-interface=ether1 protocol=tcp dst-port=443 action=dst-nat to-addresses=192.168.88.20
`,
    [],
  ],
  [
    'it may be routed to the router',
    `/ip address
add address=198.51.100.2/29 interface=ether1
add address=192.168.88.1/24 interface=bridge
/ip route
add gateway=198.51.100.1
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
add chain=dstnat dst-address=203.0.113.9 in-interface=ether1 protocol=tcp dst-port=443 action=dst-nat to-addresses=192.168.88.20
`,
    ['8:1'],
  ],
  [
    'for the LAN alone',
    `/ip address
add address=198.51.100.2/29 interface=ether1
add address=192.168.88.1/24 interface=bridge
/ip route
add gateway=198.51.100.1
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
add chain=dstnat dst-address=198.51.100.4 in-interface=bridge protocol=tcp dst-port=443 action=dst-nat to-addresses=192.168.88.20
`,
    [],
  ],
  [
    'the modem',
    `/ip address
add address=198.51.100.2/29 interface=ether1
add address=192.168.88.1/24 interface=bridge
/ip route
add gateway=198.51.100.1
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
add chain=dstnat dst-address=198.51.100.1 protocol=tcp dst-port=443 action=dst-nat to-addresses=192.168.88.20
`,
    [],
  ],
  [
    'proxy ARP',
    `/interface ethernet
set [ find default-name=ether1 ] arp=local-proxy-arp
/ip address
add address=198.51.100.2/29 interface=ether1
add address=192.168.88.1/24 interface=bridge
/ip route
add gateway=198.51.100.1
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
add chain=dstnat dst-address=198.51.100.4 in-interface=ether1 protocol=tcp dst-port=443 action=dst-nat to-addresses=192.168.88.20
`,
    [],
  ],
  [
    'a published entry',
    `/ip address
add address=198.51.100.2/29 interface=ether1
add address=192.168.88.1/24 interface=bridge
/ip route
add gateway=198.51.100.1
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
add chain=dstnat dst-address=198.51.100.4 in-interface=ether1 protocol=tcp dst-port=443 action=dst-nat to-addresses=192.168.88.20
/ip arp
add address=198.51.100.4 interface=ether1 published=yes
`,
    [],
  ],
  [
    'private, and in no network',
    `/ip address
add address=198.51.100.2/29 interface=ether1
add address=192.168.88.1/24 interface=bridge
/ip route
add gateway=198.51.100.1
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
add chain=dstnat dst-address=10.9.9.9 in-interface=ether1 protocol=tcp dst-port=443 action=dst-nat to-addresses=192.168.88.20
`,
    ['8:1'],
  ],
  [
    'routed, by no port',
    `/ip address
add address=198.51.100.2/29 interface=ether1
add address=192.168.88.1/24 interface=bridge
/ip route
add gateway=198.51.100.1
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
add chain=dstnat dst-address=203.0.113.9 protocol=tcp dst-port=443 action=dst-nat to-addresses=192.168.88.20
`,
    [],
  ],
  [
    'a line with a lease',
    `/ip dhcp-client
add interface=ether1 disabled=no
/ip address
add address=192.168.88.1/24 interface=bridge
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
add chain=dstnat dst-address=198.51.100.4 in-interface=ether1 protocol=tcp dst-port=443 action=dst-nat to-addresses=192.168.88.20
`,
    [],
  ],
])('%s → its place', (_, text, places) => expect(placesOf('nat/no-such-address', text)).toEqual(places));

it.each([
  [
    'a network of addresses beside its own',
    `/ip address
add address=192.168.1.1/24 interface=ether3
add address=203.0.113.2/28 interface=ether1
/ip route
add gateway=203.0.113.1
/ip firewall nat
add chain=srcnat out-interface=ether1 src-address=192.168.1.8/29 action=netmap to-addresses=203.0.113.8/29
`,
    ['7:1'],
  ],
  [
    'a network that is routed here',
    `/ip address
add address=192.168.1.1/24 interface=ether3
add address=203.0.113.2/30 interface=ether1
/ip route
add gateway=203.0.113.1
/ip firewall nat
add chain=srcnat out-interface=ether1 src-address=192.168.1.8/29 action=netmap to-addresses=198.51.100.8/29
`,
    [],
  ],
])('%s → its place', (_, text, places) => expect(placesOf('nat/no-such-address', text)).toEqual(places));
