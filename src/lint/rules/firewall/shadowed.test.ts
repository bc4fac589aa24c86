import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

it.each([
  [
    'behind a wider drop',
    `/ip firewall filter
add chain=forward in-interface=ether1 action=drop
add chain=forward in-interface=ether1 protocol=tcp dst-port=443 action=accept
`,
    ['3:1'],
  ],
  [
    'before it',
    `/ip firewall filter
add chain=forward in-interface=ether1 protocol=tcp dst-port=443 action=accept
add chain=forward in-interface=ether1 action=drop
`,
    [],
  ],
  [
    'other ports',
    `/ip firewall filter
add chain=forward protocol=tcp dst-port=80-89 action=drop
add chain=forward protocol=tcp dst-port=85 action=accept
add chain=forward protocol=tcp dst-port=90 action=accept
`,
    ['3:1'],
  ],
  [
    'a rule that counts',
    `/ip firewall filter
add chain=input protocol=icmp limit=5,10:packet action=accept
add chain=input protocol=icmp limit=5,10:packet action=drop
`,
    [],
  ],
  [
    'only new connections before',
    `/ip firewall filter
add chain=forward connection-state=new action=accept
add chain=forward connection-state=established action=drop
`,
    [],
  ],
  [
    'a rule between them fills the list that both ask for',
    `/ip firewall filter
add chain=input src-address-list=bad action=drop
add chain=input protocol=tcp dst-port=22 in-interface=ether1 action=add-src-to-address-list address-list=bad
add chain=input src-address-list=bad action=drop
`,
    [],
  ],
  [
    'the rule in front is disabled',
    `/ip firewall filter
add chain=forward action=drop disabled=yes
add chain=forward protocol=tcp action=accept
`,
    [],
  ],
  [
    'behind a drop of all that is not from the LAN',
    `/interface list
add name=LAN
add name=WAN
/interface list member
add list=LAN interface=bridge
add list=WAN interface=ether1
/ip firewall filter
add chain=input in-interface-list=!LAN action=drop
add chain=input in-interface-list=WAN protocol=udp dst-port=500,4500 action=accept
add chain=input in-interface=ether1 protocol=tcp dst-port=443 action=accept
add chain=input in-interface=bridge action=accept
`,
    ['9:1', '10:1'],
  ],
])('%s → its place', (_, text, places) => expect(placesOf('firewall/shadowed', text)).toEqual(places));
