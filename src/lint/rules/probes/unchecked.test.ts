import { expect, it } from 'vitest';
import { placesOf, twoLines } from '../../testing.ts';

it.each([
  [
    'a port of a bridge as gateway, which is no second line',
    `/interface bridge
add name=bridge1
/interface bridge port
add bridge=bridge1 interface=ether1
/ip dhcp-client
add interface=bridge1 disabled=no
/ip route
add gateway=ether1
`,
    [],
  ],
  [
    'both checked',
    `${twoLines}/ip route
add gateway=10.0.1.1 distance=1 check-gateway=ping
add gateway=10.0.2.1 distance=2 check-gateway=ping
`,
    [],
  ],
  [
    'the last one is not: nothing is behind it',
    `${twoLines}/ip route
add gateway=10.0.1.1 distance=1 check-gateway=ping
add gateway=10.0.2.1 distance=2
`,
    [],
  ],
  [
    'the first one is not',
    `${twoLines}/ip route
add gateway=10.0.1.1 distance=1
add gateway=10.0.2.1 distance=2 check-gateway=ping
`,
    ['9:1'],
  ],
  [
    'none checked',
    `${twoLines}/ip route
add gateway=10.0.1.1 distance=1
add gateway=10.0.2.1 distance=2
`,
    ['9:1'],
  ],
  [
    'one line alone',
    `${twoLines}/ip route
add gateway=10.0.1.1
`,
    [],
  ],
  [
    'a scheduler that looks after them',
    `${twoLines}/ip route
add gateway=10.0.1.1 distance=1
add gateway=10.0.2.1 distance=2
/system scheduler
add name=watch interval=30s on-event=watch-lines
`,
    [],
  ],
  [
    'one route by two gateways',
    `${twoLines}/ip route
add gateway=10.0.1.1,10.0.2.1
`,
    ['9:1'],
  ],
  [
    'a tunnel, in which there is nobody to ask',
    `${twoLines}/interface wireguard
add name=wg listen-port=13231
/ip route
add gateway=10.0.1.1 check-gateway=ping
add gateway=10.0.2.1 distance=2 check-gateway=ping
add gateway=wg routing-table=vpn
/routing table
add name=vpn fib
`,
    [],
  ],
])('%s → the first that matters', (_, text, places) =>
  expect(placesOf('probes/unchecked', text)).toEqual(places),
);
