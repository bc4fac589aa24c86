import { expect, it } from 'vitest';
import { lintText, placesOf } from '../../testing.ts';

it.each([
  [
    'before the stated one',
    `/ip dhcp-client
add interface=ether1 disabled=no
/ip address
add address=10.0.2.2/24 interface=ether2
/ip route
add gateway=10.0.2.1 distance=2 check-gateway=ping
`,
    ['2:1'],
  ],
  [
    'behind it',
    `/ip dhcp-client
add interface=ether1 disabled=no default-route-distance=5
/ip address
add address=10.0.2.2/24 interface=ether2
/ip route
add gateway=10.0.2.1 distance=2 check-gateway=ping
`,
    [],
  ],
  [
    'without a route',
    `/ip dhcp-client
add interface=ether1 disabled=no add-default-route=no
/ip address
add address=10.0.2.2/24 interface=ether2
/ip route
add gateway=10.0.2.1 distance=2 check-gateway=ping
`,
    [],
  ],
])('%s → its client', (_, text, places) => expect(placesOf('routes/dynamic-competes', text)).toEqual(places));

it('no stated route leads by that line → it shall be checked, not left out', () => {
  const [found] = lintText(
    `/ip dhcp-client
add interface=ether1 disabled=no
/ip address
add address=10.0.2.2/24 interface=ether2
/ip route
add gateway=10.0.2.1 distance=2 check-gateway=ping
`,
    ['routes/dynamic-competes'],
  );
  expect(found?.do).toContain('check-gateway=ping in the DHCP client');
  expect(found?.fix).toBeUndefined();
});

it('the default route of a modem → is left to a checked one, as no modem is asked', () => {
  const [found] = lintText(
    `/interface lte
set [ find default-name=lte1 ] name=lte1
/ip address
add address=10.0.2.2/24 interface=ether2
/ip route
add gateway=10.0.2.1 distance=12 check-gateway=ping
`,
    ['routes/dynamic-competes'],
  );
  expect(found?.do).toContain('add-default-route=no in its APN profile');
});
