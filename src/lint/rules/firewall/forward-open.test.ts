import { expect, it } from 'vitest';
import { lintText, placesOf, twoLines } from '../../testing.ts';

it.each([
  [
    'no rule of forward',
    `# 2026-05-01 10:00:00 by RouterOS 7.16.1
${twoLines}/ip route
add gateway=10.0.1.1 distance=1 check-gateway=ping
add gateway=10.0.2.1 distance=2 check-gateway=ping
/ip firewall filter
add chain=input in-interface=!bridge action=drop
`,
    ['13:1'],
  ],
  [
    'closed',
    `# 2026-05-01 10:00:00 by RouterOS 7.16.1
${twoLines}/ip route
add gateway=10.0.1.1 distance=1 check-gateway=ping
add gateway=10.0.2.1 distance=2 check-gateway=ping
/ip firewall filter
add chain=input in-interface=!bridge action=drop
add chain=forward in-interface=!bridge connection-state=new action=drop
`,
    [],
  ],
  [
    'a part',
    `${twoLines}/ip route
add gateway=10.0.1.1 distance=1 check-gateway=ping
add gateway=10.0.2.1 distance=2 check-gateway=ping
/ip firewall filter
add chain=input in-interface=!bridge action=drop
`,
    [],
  ],
])('%s → where the rule lacks', (_, text, places) =>
  expect(placesOf('firewall/forward-open', text)).toEqual(places),
);

it('several WANs → all of them, with a host of the LAN that is reached', () => {
  const [found] = lintText(
    `# 2026-05-01 10:00:00 by RouterOS 7.16.1
${twoLines}/ip route
add gateway=10.0.1.1 distance=1 check-gateway=ping
add gateway=10.0.2.1 distance=2 check-gateway=ping
`,
    ['firewall/forward-open'],
  );
  expect(found?.what).toContain('by ether1, ether2 are');
  expect(found?.counterExample).toContain('192.168.88.254');
});

it('a line that is disabled → not named', () => {
  const text = `# 2026-05-01 10:00:00 by RouterOS 7.16.1
/interface pppoe-client
add interface=ether3 name=off user=x
${twoLines}add chain=srcnat out-interface=off action=masquerade
/ip route
add gateway=10.0.1.1 distance=1 check-gateway=ping
add gateway=10.0.2.1 distance=2 check-gateway=ping
`;
  const [found] = lintText(text, ['firewall/forward-open']);
  expect(found?.what).toContain('ether1, ether2');
  expect(found?.what).not.toContain('off');
});
