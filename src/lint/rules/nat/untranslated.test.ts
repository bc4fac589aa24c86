import { expect, it } from 'vitest';
import { balance, placesOf, routes, twoLines } from '../../testing.ts';

it.each([
  ['both lines', `${twoLines}${routes}${balance}`.replaceAll('10.0.', '203.0.'), []],
  [
    'one line',
    `${twoLines}${routes}${balance}`
      .replaceAll('10.0.', '203.0.')
      .replace('add chain=srcnat out-interface=ether2 action=masquerade\n', ''),
    ['6:1'],
  ],
])('%s → the last rule that translates', (_, text, places) =>
  expect(placesOf('nat/untranslated', text)).toEqual(places),
);

it('a backup that carries nothing while all is well → the rule of the other line', () =>
  expect(
    placesOf(
      'nat/untranslated',
      `/ip address
add address=203.0.113.2/24 interface=ether1
add address=198.51.100.2/24 interface=ether2
add address=192.168.88.1/24 interface=bridge
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
/ip route
add gateway=203.0.113.1 check-gateway=ping
add gateway=198.51.100.1 distance=2 check-gateway=ping
`,
    ),
  ).toEqual(['6:1']));
