import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

it.each([
  [
    'all ICMP',
    `/ip address
add address=10.0.1.2/24 interface=ether1
add address=10.0.2.2/24 interface=ether2
add address=192.168.88.1/24 interface=bridge
/ip route
add gateway=10.0.1.1 distance=1 check-gateway=ping routing-mark=one
add gateway=10.0.2.1 distance=2 check-gateway=ping routing-mark=one
add gateway=10.0.2.1 distance=1 check-gateway=ping routing-mark=two
add gateway=10.0.1.1 distance=2 check-gateway=ping routing-mark=two
add gateway=10.0.1.1 distance=1 check-gateway=ping
add gateway=10.0.2.1 distance=2 check-gateway=ping
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
add chain=srcnat out-interface=ether2 action=masquerade
/ip firewall filter
add chain=output protocol=icmp action=drop
`,
    ['16:1', '16:1'],
  ],
  [
    'of one line',
    `/ip address
add address=10.0.1.2/24 interface=ether1
add address=10.0.2.2/24 interface=ether2
add address=192.168.88.1/24 interface=bridge
/ip route
add gateway=10.0.1.1 distance=1 check-gateway=ping routing-mark=one
add gateway=10.0.2.1 distance=2 check-gateway=ping routing-mark=one
add gateway=10.0.2.1 distance=1 check-gateway=ping routing-mark=two
add gateway=10.0.1.1 distance=2 check-gateway=ping routing-mark=two
add gateway=10.0.1.1 distance=1 check-gateway=ping
add gateway=10.0.2.1 distance=2 check-gateway=ping
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
add chain=srcnat out-interface=ether2 action=masquerade
/ip firewall filter
add chain=output protocol=icmp out-interface=ether2 action=drop
`,
    ['16:1'],
  ],
  [
    'of the LAN',
    `/ip address
add address=10.0.1.2/24 interface=ether1
add address=10.0.2.2/24 interface=ether2
add address=192.168.88.1/24 interface=bridge
/ip route
add gateway=10.0.1.1 distance=1 check-gateway=ping routing-mark=one
add gateway=10.0.2.1 distance=2 check-gateway=ping routing-mark=one
add gateway=10.0.2.1 distance=1 check-gateway=ping routing-mark=two
add gateway=10.0.1.1 distance=2 check-gateway=ping routing-mark=two
add gateway=10.0.1.1 distance=1 check-gateway=ping
add gateway=10.0.2.1 distance=2 check-gateway=ping
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
add chain=srcnat out-interface=ether2 action=masquerade
/ip firewall filter
add chain=output protocol=icmp out-interface=bridge action=drop
`,
    [],
  ],
  [
    'what is forwarded',
    `/ip address
add address=10.0.1.2/24 interface=ether1
add address=10.0.2.2/24 interface=ether2
add address=192.168.88.1/24 interface=bridge
/ip route
add gateway=10.0.1.1 distance=1 check-gateway=ping routing-mark=one
add gateway=10.0.2.1 distance=2 check-gateway=ping routing-mark=one
add gateway=10.0.2.1 distance=1 check-gateway=ping routing-mark=two
add gateway=10.0.1.1 distance=2 check-gateway=ping routing-mark=two
add gateway=10.0.1.1 distance=1 check-gateway=ping
add gateway=10.0.2.1 distance=2 check-gateway=ping
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
add chain=srcnat out-interface=ether2 action=masquerade
/ip firewall filter
add chain=forward protocol=icmp action=drop
`,
    [],
  ],
  [
    'accepted before',
    `/ip address
add address=10.0.1.2/24 interface=ether1
add address=10.0.2.2/24 interface=ether2
add address=192.168.88.1/24 interface=bridge
/ip route
add gateway=10.0.1.1 distance=1 check-gateway=ping routing-mark=one
add gateway=10.0.2.1 distance=2 check-gateway=ping routing-mark=one
add gateway=10.0.2.1 distance=1 check-gateway=ping routing-mark=two
add gateway=10.0.1.1 distance=2 check-gateway=ping routing-mark=two
add gateway=10.0.1.1 distance=1 check-gateway=ping
add gateway=10.0.2.1 distance=2 check-gateway=ping
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
add chain=srcnat out-interface=ether2 action=masquerade
/ip firewall filter
add chain=output protocol=icmp action=accept
add chain=output action=drop
`,
    [],
  ],
])('%s → its place', (_, text, places) => expect(placesOf('probes/dropped', text)).toEqual(places));

it.each([
  [
    'the answers',
    `/ip address
add address=192.168.1.1/24 interface=ether3
add address=203.0.113.2/24 interface=ether1
add address=198.51.100.2/24 interface=ether2
/ip route
add gateway=203.0.113.1 check-gateway=ping
/ip firewall filter
add chain=input protocol=icmp action=drop
add chain=input connection-state=established,related action=accept
`,
    ['8:1'],
  ],
  [
    'answers that are accepted before',
    `/ip address
add address=192.168.1.1/24 interface=ether3
add address=203.0.113.2/24 interface=ether1
add address=198.51.100.2/24 interface=ether2
/ip route
add gateway=203.0.113.1 check-gateway=ping
/ip firewall filter
add chain=input connection-state=established,related action=accept
add chain=input protocol=icmp action=drop
`,
    [],
  ],
])('%s → its place', (_, text, places) => expect(placesOf('probes/dropped', text)).toEqual(places));

it('the gateway of a lease, which nobody knows → no finding', () => {
  const text = `/ip dhcp-client
add interface=ether1 check-gateway=ping
/ip address
add address=192.168.1.1/24 interface=ether3
/ip firewall raw
add chain=prerouting in-interface=ether1 src-address=10.0.0.0/8 action=drop
`;
  expect(placesOf('probes/dropped', text)).toEqual([]);
});
