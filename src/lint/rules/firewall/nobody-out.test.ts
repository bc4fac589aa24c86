import { expect, it } from 'vitest';
import { lintText, placesOf } from '../../testing.ts';

const header = '# 2024-12-20 09:00:00 by RouterOS 7.16\n';

const office = (...rules: readonly string[]): string => `/ip address
add address=10.0.1.2/24 interface=ether1
add address=192.168.88.1/24 interface=bridge
/ip route
add gateway=10.0.1.1
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
/ip firewall filter
${rules.map(rule => `add chain=forward ${rule}\n`).join('')}`;

it.each([
  ['a drop alone', office('action=drop'), ['10:1']],
  ['a reject of the whole LAN', office('src-address=192.168.88.0/24 action=reject'), ['10:1']],
  ['a drop in front', office('action=drop', 'in-interface=bridge action=accept'), ['10:1']],
  ['a drop behind', office('in-interface=bridge action=accept', 'action=drop'), []],
  ['a drop of half of the LAN', office('src-address=192.168.88.128/25 action=drop'), []],
  ['one port gets out', office('protocol=tcp dst-port=443 action=accept', 'action=drop'), []],
  ['a drop that is turned off', office('action=drop disabled=yes'), []],
  ['a drop at some hours', office('action=drop time=8h-17h,mon,tue'), []],
])('%s → its place', (_, text, places) =>
  expect(placesOf('firewall/nobody-out', header + text)).toEqual(places),
);

it('a part of a configuration → a warning, as the rest may let packets out', () => {
  const found = lintText(office('action=drop'), ['firewall/nobody-out']);
  expect(found.map(({ id, severity }) => [id, severity])).toContainEqual(['firewall/nobody-out', 'warning']);
});
