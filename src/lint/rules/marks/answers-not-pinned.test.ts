import { expect, it } from 'vitest';
import { balance, placesOf, routes, twoLines } from '../../testing.ts';

it.each([
  ['each line has its marks', `${twoLines}${routes}${balance}`, []],
  [
    'a port forward of the second line, no marks',
    `${twoLines}/ip route
add gateway=10.0.1.1 distance=1 check-gateway=ping
add gateway=10.0.2.1 distance=2 check-gateway=ping
/ip firewall nat
add chain=dstnat in-interface=ether2 protocol=tcp dst-port=443 action=dst-nat to-addresses=192.168.88.5
`,
    ['12:1'],
  ],
  [
    'the second line answers pings alone',
    `${twoLines}/ip route
add gateway=10.0.1.1 distance=1 check-gateway=ping
add gateway=10.0.2.1 distance=2 check-gateway=ping
/ip firewall filter
add chain=input connection-state=established,related action=accept
add chain=input protocol=icmp action=accept
add chain=input in-interface=!bridge action=drop
`,
    [],
  ],
  [
    'nothing is let in on purpose',
    `# by RouterOS 7.16
${twoLines}/ip route
add gateway=10.0.1.1 distance=1 check-gateway=ping
add gateway=10.0.2.1 distance=2 check-gateway=ping
`,
    [],
  ],
])('%s → the port forward, or the translation', (_, text, places) =>
  expect(placesOf('marks/answers-not-pinned', text)).toEqual(places),
);
