import { expect, it } from 'vitest';
import { placesOf, routes, twoLines } from '../../testing.ts';

it.each([
  [
    'one of two lines',
    `${twoLines}${routes}/interface list
add name=WAN
/interface list member
add list=WAN interface=ether1
/ip firewall filter
add chain=forward in-interface-list=WAN connection-state=new action=drop
`,
    ['16:1'],
  ],
  [
    'both lines',
    `${twoLines}${routes}/interface list
add name=WAN
/interface list member
add list=WAN interface=ether1
add list=WAN interface=ether2
/ip firewall filter
add chain=forward in-interface-list=WAN connection-state=new action=drop
`,
    [],
  ],
  [
    'no rule drops by it',
    `${twoLines}${routes}/interface list
add name=WAN
/interface list member
add list=WAN interface=ether1
`,
    [],
  ],
])('%s → its last member', (_, text, places) =>
  expect(placesOf('firewall/wan-list-incomplete', text)).toEqual(places),
);

it.each([
  [
    'the port of a line instead of the line',
    `# by RouterOS 7.13
/interface pppoe-client
add add-default-route=yes disabled=no interface=ether1 name=pppoe-out1
/interface list
add name=WAN
/interface list member
add interface=ether1 list=WAN
/ip address
add address=192.168.1.1/24 interface=ether3
/ip firewall filter
add chain=input in-interface-list=WAN action=drop
`,
    ['7:1'],
  ],
])('%s → its place', (_, text, places) =>
  expect(placesOf('firewall/wan-list-incomplete', text)).toEqual(places),
);
