import { expect, it } from 'vitest';
import { balance, placesOf, routes, twoLines } from '../../testing.ts';

it.each([
  ['main has one', `${twoLines}${routes}${balance}`, []],
  [
    'only tables have',
    `${twoLines}/ip route
add gateway=10.0.1.1 check-gateway=ping routing-mark=one
add gateway=10.0.2.1 check-gateway=ping routing-mark=two
${balance}`,
    ['9:1'],
  ],
  [
    'a DHCP client gives main one',
    `${twoLines}/ip dhcp-client
add interface=ether3 disabled=no
/ip route
add gateway=10.0.1.1 check-gateway=ping routing-mark=one
add gateway=10.0.2.1 check-gateway=ping routing-mark=two
${balance}`,
    [],
  ],
])('%s → the first default route', (_, text, places) =>
  expect(placesOf('routes/no-main-default', text)).toEqual(places),
);
