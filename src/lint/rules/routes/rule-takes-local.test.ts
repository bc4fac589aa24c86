import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

const two = (rules: string): string => `/routing table
add name=isp2 fib
/ip address
add address=192.168.10.1/24 interface=ether3
add address=192.168.20.1/24 interface=ether4
add address=198.51.100.2/24 interface=ether2
/ip route
add gateway=198.51.100.1 routing-table=isp2
add gateway=198.51.100.1
/ip firewall nat
add chain=srcnat out-interface=ether2 action=masquerade
/routing rule
${rules}
`;

it.each([
  ['all of a LAN', 'add src-address=192.168.20.0/24 table=isp2', ['13:1']],
  ['only there', 'add src-address=192.168.20.0/24 action=lookup-only-in-table table=isp2', ['13:1']],
  ['main first', 'add table=main min-prefix=0\nadd src-address=192.168.20.0/24 table=isp2', []],
  ['another destination', 'add src-address=192.168.20.0/24 dst-address=9.9.9.0/24 table=isp2', []],
])('%s → its place', (_, rules, places) =>
  expect(placesOf('routes/rule-takes-local', two(rules))).toEqual(places),
);
