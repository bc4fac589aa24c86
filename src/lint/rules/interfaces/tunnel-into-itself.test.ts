import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

it.each([
  [
    'the far end inside',
    `/interface wireguard
add name=wg1 listen-port=13231
/interface wireguard peers
add interface=wg1 endpoint-address=192.0.2.1 endpoint-port=13231 allowed-address=0.0.0.0/0 public-key=REDACTED
/ip address
add address=198.51.100.2/24 interface=ether1
add address=192.168.88.1/24 interface=bridge
add address=10.9.0.2/24 interface=wg1
/ip route
add gateway=198.51.100.1
add dst-address=192.0.2.0/24 gateway=wg1
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
`,
    ['4:1'],
  ],
  [
    'outside',
    `/interface wireguard
add name=wg1 listen-port=13231
/interface wireguard peers
add interface=wg1 endpoint-address=192.0.2.1 endpoint-port=13231 allowed-address=10.9.0.0/24,10.50.0.0/16 public-key=REDACTED
/ip address
add address=198.51.100.2/24 interface=ether1
add address=192.168.88.1/24 interface=bridge
add address=10.9.0.2/24 interface=wg1
/ip route
add gateway=198.51.100.1
add dst-address=10.50.0.0/16 gateway=wg1
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
`,
    [],
  ],
])('%s → its place', (_, text, places) =>
  expect(placesOf('interfaces/tunnel-into-itself', text)).toEqual(places),
);
