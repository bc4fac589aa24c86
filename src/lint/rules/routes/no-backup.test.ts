import { expect, it } from 'vitest';
import { balance, placesOf, routes, twoLines } from '../../testing.ts';

it.each([
  ['main is behind them', `${twoLines}${routes}${balance}`, []],
  [
    'nothing is behind them',
    `${twoLines}/ip route
add gateway=10.0.1.1 check-gateway=ping routing-mark=one
add gateway=10.0.2.1 check-gateway=ping routing-mark=two
${balance}`,
    ['9:1'],
  ],
  [
    'a rule keeps one in its table',
    `${twoLines}${routes}/ip route rule
add routing-mark=two table=two action=lookup-only-in-table
${balance}`,
    ['10:1'],
  ],
])('%s → the first of them', (_, text, places) => expect(placesOf('routes/no-backup', text)).toEqual(places));

it.each([
  [
    'a routing rule for a LAN',
    `/routing table
add name=two fib
/ip address
add address=192.168.1.1/24 interface=ether3
add address=203.0.113.2/24 interface=ether1
add address=198.51.100.2/24 interface=ether2
/ip route
add gateway=203.0.113.1
add gateway=198.51.100.1 routing-table=two
/routing rule
add src-address=192.168.1.0/24 action=lookup-only-in-table table=two
`,
    ['9:1'],
  ],
  [
    'one that falls back to main',
    `/routing table
add name=two fib
/ip address
add address=192.168.1.1/24 interface=ether3
add address=203.0.113.2/24 interface=ether1
add address=198.51.100.2/24 interface=ether2
/ip route
add gateway=203.0.113.1
add gateway=198.51.100.1 routing-table=two
/routing rule
add src-address=192.168.1.0/24 action=lookup table=two
`,
    [],
  ],
])('%s → its place', (_, text, places) => expect(placesOf('routes/no-backup', text)).toEqual(places));

it.each([
  ['wireguard', 'listen-port=13231'],
  ['ovpn-client', 'connect-to=198.51.100.9 disabled=no'],
])('a VPN of %s, which shall not fall back → nothing', (kind, more) => {
  const text = `/routing table
add name=vpn fib
/interface ${kind}
add name=vpn1 ${more}
/ip address
add address=192.168.1.1/24 interface=ether3
add address=203.0.113.2/24 interface=ether1
/ip route
add gateway=203.0.113.1
add gateway=vpn1 routing-table=vpn
/routing rule
add src-address=192.168.1.100 action=lookup-only-in-table table=vpn
`;
  expect(placesOf('routes/no-backup', text)).toEqual([]);
});
