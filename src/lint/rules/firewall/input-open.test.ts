import { expect, it } from 'vitest';
import { lintText, placesOf, twoLines } from '../../testing.ts';

it.each([
  [
    'no drop',
    `${twoLines}/ip firewall filter
add chain=input connection-state=established,related action=accept
`,
    ['9:1'],
  ],
  [
    'all but the LAN dropped',
    `${twoLines}/ip firewall filter
add chain=input connection-state=established,related action=accept
add chain=input in-interface=!bridge action=drop
`,
    [],
  ],
  [
    'the drop is disabled',
    `${twoLines}/ip firewall filter
add chain=input connection-state=established,related action=accept
add chain=input in-interface=!bridge action=drop disabled=yes
`,
    ['10:1'],
  ],
  ['a part without a rule of input', twoLines, []],
  [
    'a part that only adds rules about single services',
    `${twoLines}/ip firewall filter
add chain=input in-interface=ether1 protocol=udp dst-port=53 action=drop
add chain=forward protocol=tcp dst-port=25 src-address-list=spammer action=drop
`,
    [],
  ],
  [
    'a rule lets WinBox in',
    `${twoLines}/ip firewall filter
add chain=input connection-state=established,related action=accept
add chain=input protocol=tcp dst-port=8291 action=accept
add chain=input in-interface=!bridge action=drop
`,
    ['10:1'],
  ],
])('%s → where the rule lacks', (_, text, places) =>
  expect(placesOf('firewall/input-open', text)).toEqual(places),
);

it('input-open: a VPN server is on → its fix lets its clients in before it drops the rest', () => {
  const text = `# by RouterOS 7.16
${twoLines}/ip firewall filter
add chain=input connection-state=established,related action=accept
/interface pptp-server server set enabled=yes
/interface l2tp-server server set enabled=yes use-ipsec=required
`;
  const fix = lintText(text).find(({ id }) => id === 'firewall/input-open')?.fix;
  expect(fix?.commands).toEqual([
    '/ip firewall filter add chain=input protocol=tcp dst-port=1723 action=accept',
    '/ip firewall filter add chain=input protocol=udp dst-port=500,4500 action=accept',
    '/ip firewall filter add chain=input protocol=gre action=accept',
    '/ip firewall filter add chain=input protocol=ipsec-esp action=accept',
    '/ip firewall filter add chain=input in-interface=ether1 action=drop',
    '/ip firewall filter add chain=input in-interface=ether2 action=drop',
  ]);
});

it.each([
  [
    'a part that only lets something in',
    `/ip address
add address=203.0.113.2/28 interface=ether1
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
/ip firewall filter
add chain=input protocol=udp dst-port=13231 action=accept
add chain=input in-interface=wireguard1 action=accept
`,
    [],
  ],
])('%s → its place', (_, text, places) => expect(placesOf('firewall/input-open', text)).toEqual(places));

it.each([
  [
    'a line in a VRF, where no service listens',
    `# by RouterOS 7.15
/ip vrf
add interfaces=ether1 name=inet
/ip address
add address=192.168.1.1/24 interface=ether3
add address=203.0.113.2/24 interface=ether1
/ip route
add gateway=203.0.113.1 routing-table=inet
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
`,
    [],
  ],
  [
    'a line in main, from which the services that are on were moved',
    `# by RouterOS 7.15
/ip vrf
add interfaces=ether4 name=mgmt
/ip service
set telnet disabled=yes
set ftp disabled=yes
set www disabled=yes
set ssh vrf=mgmt
set api disabled=yes
set winbox vrf=mgmt
set api-ssl disabled=yes
/ip address
add address=192.168.1.1/24 interface=ether3
add address=203.0.113.2/24 interface=ether1
/ip route
add gateway=203.0.113.1
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
`,
    [],
  ],
  [
    'one with a service in it',
    `# by RouterOS 7.15
/ip vrf
add interfaces=ether1 name=inet
/ip service
set winbox vrf=inet
/ip address
add address=192.168.1.1/24 interface=ether3
add address=203.0.113.2/24 interface=ether1
/ip route
add gateway=203.0.113.1 routing-table=inet
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
`,
    ['12:1'],
  ],
])('%s → its place', (_, text, places) => expect(placesOf('firewall/input-open', text)).toEqual(places));
