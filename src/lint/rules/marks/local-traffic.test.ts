import { expect, it } from 'vitest';
import { balance, placesOf, routes, twoLines } from '../../testing.ts';

it.each([
  [
    'another LAN is exempt',
    `${twoLines}/ip address
add address=192.168.99.1/24 interface=office
${routes}/ip firewall mangle
add chain=prerouting dst-address=192.168.0.0/16 action=accept
${balance}`,
    [],
  ],
  [
    'another LAN is balanced',
    `${twoLines}/ip address
add address=192.168.99.1/24 interface=office
${routes}${balance}`,
    ['18:1'],
  ],
  [
    'no LAN is known, all is marked',
    `/ip firewall mangle
add chain=prerouting connection-mark=no-mark action=mark-routing new-routing-mark=one
/ip route
add gateway=10.0.0.1 routing-mark=one
`,
    ['2:1'],
  ],
])('%s → the rule that marks it', (_, text, places) =>
  expect(placesOf('marks/local-traffic', text)).toEqual(places),
);
