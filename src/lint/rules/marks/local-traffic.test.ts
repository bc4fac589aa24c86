import { expect, it } from 'vitest';
import { balance, lintText, placesOf, routes, twoLines } from '../../testing.ts';

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

it('DNS is redirected to the router behind the marks of RouterOS 7 → the redirect, and what accepts it before them', () => {
  const text = `# by RouterOS 7.16
/routing table
add name=one fib
add name=two fib
${twoLines}add chain=dstnat in-interface=bridge protocol=udp dst-port=53 action=redirect
add chain=dstnat in-interface=bridge protocol=tcp dst-port=53 action=redirect
${routes.replaceAll('routing-mark', 'routing-table')}${balance}`;
  const [found] = lintText(text, ['marks/local-traffic']);
  expect(found?.what).toMatch(/what the redirect rule at line 1[23] brings to the router itself/);
  expect(found?.fix?.commands.map(line => line.replace(/ place-before.*/, ''))).toEqual(
    ['udp', 'tcp'].map(
      protocol =>
        `/ip firewall mangle add chain=prerouting in-interface=bridge protocol=${protocol} dst-port=53 action=accept`,
    ),
  );
});
