import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

it.each([
  [
    'not in the list',
    `/ppp profile
add name=office local-address=10.20.0.1
/interface list
add name=LAN
/interface list member
add list=LAN interface=ether5
/interface pppoe-server server
add disabled=no interface=ether5 default-profile=office service-name=office
/ip firewall filter
add chain=forward in-interface-list=LAN action=accept
`,
    ['6:1'],
  ],
  [
    'put there by the profile',
    `/ppp profile
add name=office local-address=10.20.0.1 interface-list=LAN
/interface list
add name=LAN
/interface list member
add list=LAN interface=ether5
/interface pppoe-server server
add disabled=no interface=ether5 default-profile=office service-name=office
/ip firewall filter
add chain=forward in-interface-list=LAN action=accept
`,
    [],
  ],
  [
    'the server is disabled',
    `/ppp profile
add name=office local-address=10.20.0.1
/interface list
add name=LAN
/interface list member
add list=LAN interface=ether5
/interface pppoe-server server
add disabled=yes interface=ether5 default-profile=office service-name=office
/ip firewall filter
add chain=forward in-interface-list=LAN action=accept
`,
    [],
  ],
])('%s → the member below them', (_, text, places) =>
  expect(placesOf('interfaces/dial-in-not-listed', text)).toEqual(places),
);
