import { expect, it } from 'vitest';
import { lintText, placesOf } from '../../testing.ts';

it.each([
  [
    'a fixed gateway',
    `/ip dhcp-client
add interface=ether1 disabled=no add-default-route=no
/ip route
add gateway=10.0.1.1
`,
    ['4:1'],
  ],
  [
    'the port as gateway',
    `/ip dhcp-client
add interface=ether1 disabled=no add-default-route=no
/ip route
add gateway=ether1
`,
    ['2:1'],
  ],
  [
    'a script that follows the lease',
    `/ip dhcp-client
add interface=ether1 disabled=no add-default-route=no script="/ip route set [find] gateway=$\\"gateway-address\\""
/ip route
add gateway=10.0.1.1
`,
    [],
  ],
])('%s → its place', (_, text, places) =>
  expect(placesOf('routes/lease-gateway-fixed', text)).toEqual(places),
);

it('a scheduler runs a script that the text does not have → a remark that rests on it', () => {
  const [found] = lintText(
    `/ip dhcp-client
add interface=ether1 disabled=no add-default-route=no
/ip route
add gateway=10.0.1.1
/system scheduler
add name=watch interval=1m on-event=Watch_Lines
`,
    ['routes/lease-gateway-fixed'],
  );
  expect(found).toMatchObject({ severity: 'info', confidence: 'assumed' });
});

it.each([
  [
    'the host routes of probes',
    `/ip dhcp-client
add interface=ether1 add-default-route=no
/ip route
add dst-address=8.8.8.8/32 gateway=192.168.100.1 scope=10
add gateway=8.8.8.8 check-gateway=ping target-scope=11
/ip address
add address=192.168.1.1/24 interface=ether3
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
`,
    ['4:1'],
  ],
])('%s → its place', (_, text, places) =>
  expect(placesOf('routes/lease-gateway-fixed', text)).toEqual(places),
);
