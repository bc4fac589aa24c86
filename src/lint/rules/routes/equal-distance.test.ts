import { expect, it } from 'vitest';
import { placesOf, twoLines } from '../../testing.ts';

it.each([
  [
    'one after the other',
    `${twoLines}/ip route
add gateway=10.0.1.1 distance=1 check-gateway=ping
add gateway=10.0.2.1 distance=2 check-gateway=ping
`,
    [],
  ],
  [
    'both at 1',
    `${twoLines}/ip route
add gateway=10.0.1.1 distance=1 check-gateway=ping
add gateway=10.0.2.1 distance=1 check-gateway=ping
`,
    ['9:1'],
  ],
  [
    'of a port of a bridge, which leads nowhere, and of that bridge',
    `/interface bridge
add name=bridge1
/interface bridge port
add bridge=bridge1 interface=ether1
/ip address
add address=192.168.88.1/24 interface=ether5
/ip dhcp-client
add interface=bridge1 disabled=no
/ip route
add gateway=ether1
`,
    [],
  ],
  [
    'in a table of their own, by modems that the text only names',
    `/routing/table/add name=both fib
/ip/route/add routing-table=both gateway=lte1
/ip/route/add routing-table=both gateway=lte2
`,
    ['2:1'],
  ],
  [
    'in two tables',
    `${twoLines}/ip route
add gateway=10.0.1.1 distance=1 check-gateway=ping
add gateway=10.0.2.1 distance=1 check-gateway=ping routing-mark=two
`,
    [],
  ],
  [
    'the second is disabled',
    `${twoLines}/ip route
add gateway=10.0.1.1 distance=1 check-gateway=ping
add gateway=10.0.2.1 distance=1 check-gateway=ping disabled=yes
`,
    [],
  ],
])('%s → the first of them', (_, text, places) =>
  expect(placesOf('routes/equal-distance', text)).toEqual(places),
);
