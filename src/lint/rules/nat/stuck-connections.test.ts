import { expect, it } from 'vitest';
import { balance, placesOf, routes, twoLines } from '../../testing.ts';

it.each([
  ['nothing removes them', `${twoLines}${routes}${balance}`, ['6:1']],
  [
    'a line is left only when its link goes down, which RouterOS 6 takes for the end of its connections',
    `${twoLines}${routes.replaceAll(' check-gateway=ping', '')}${balance}`,
    [],
  ],
  [
    'a script does',
    `${twoLines}${routes}${balance}/tool netwatch
add host=10.0.1.1 down-script="/ip firewall connection remove [find connection-mark=c1]"
`,
    [],
  ],
  [
    'no line stands in for another',
    `${twoLines}/ip route
add gateway=10.0.1.1 routing-mark=one
add gateway=10.0.2.1 routing-mark=two
${balance}`,
    [],
  ],
  [
    'one line',
    `/ip address
add address=10.0.1.2/24 interface=ether1
/ip route
add gateway=10.0.1.1
/ip firewall nat
add chain=srcnat action=masquerade out-interface=ether1
`,
    [],
  ],
])('%s → the rule that translates', (_, text, places) =>
  expect(placesOf('nat/stuck-connections', text)).toEqual(places),
);
