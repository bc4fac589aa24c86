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
