import { expect, it } from 'vitest';
import { balance, placesOf, routes, twoLines } from '../../testing.ts';

it.each([
  [
    'all connections of a balance',
    `${twoLines}${routes}${balance}/ip firewall filter
add chain=forward connection-state=established,related action=fasttrack-connection
`,
    ['23:1'],
  ],
  [
    'those without a mark',
    `${twoLines}${routes}${balance}/ip firewall filter
add chain=forward connection-state=established,related connection-mark=no-mark action=fasttrack-connection
`,
    [],
  ],
  [
    'a queue tree of a port, which takes fast-tracked packets as well',
    `${twoLines}/queue tree
add name=up parent=ether1 max-limit=20M packet-mark=no-mark
/ip firewall filter
add chain=forward connection-state=established,related action=fasttrack-connection
`,
    [],
  ],
  [
    'the same by packet marks, which mangle does not set any more',
    `${twoLines}/queue tree
add name=up parent=ether1 max-limit=20M packet-mark=bulk
/ip firewall filter
add chain=forward connection-state=established,related action=fasttrack-connection
`,
    ['11:1'],
  ],
  [
    'the global queue tree',
    `${twoLines}/queue tree
add name=all parent=global max-limit=20M
/ip firewall filter
add chain=forward connection-state=established,related action=fasttrack-connection
`,
    ['11:1'],
  ],
  [
    'no marks in the text',
    `${twoLines}/ip firewall filter
add chain=forward connection-state=established,related action=fasttrack-connection
`,
    [],
  ],
  [
    'a mark for a host that main reaches in the same way',
    `${twoLines}/ip route
add dst-address=10.0.2.1/32 gateway=10.0.2.1 routing-mark=modem
add gateway=10.0.1.1 check-gateway=ping
/ip firewall mangle
add chain=prerouting src-address=192.168.88.0/24 dst-address=10.0.2.1 action=mark-routing new-routing-mark=modem
/ip firewall filter
add chain=forward connection-state=established,related action=fasttrack-connection
`,
    [],
  ],
  [
    "marks of the router's own answers alone",
    `${twoLines}${routes}/ip firewall mangle
add chain=input in-interface=ether2 connection-mark=no-mark action=mark-connection new-connection-mark=c2
add chain=output connection-mark=c2 action=mark-routing new-routing-mark=two
/ip firewall filter
add chain=forward connection-state=established,related action=fasttrack-connection
`,
    [],
  ],
])('%s → its rule', (_, text, places) =>
  expect(placesOf('firewall/fasttrack-past-marks', text)).toEqual(places),
);
