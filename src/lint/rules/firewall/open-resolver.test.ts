import { expect, it } from 'vitest';
import { placesOf, twoLines } from '../../testing.ts';

it.each([
  [
    'open',
    `${twoLines}/ip firewall filter
add chain=input connection-state=established,related action=accept
/ip dns
set allow-remote-requests=yes
`,
    ['11:1'],
  ],
  [
    'dropped',
    `${twoLines}/ip firewall filter
add chain=input connection-state=established,related action=accept
add chain=input protocol=udp dst-port=53 in-interface=!bridge action=drop
/ip dns
set allow-remote-requests=yes
`,
    [],
  ],
  [
    'only for the router itself',
    `${twoLines}/ip firewall filter
add chain=input connection-state=established,related action=accept
/ip dns
set allow-remote-requests=no
`,
    [],
  ],
  [
    'a redirection for all ports',
    `${twoLines}/ip firewall filter
add chain=input connection-state=established,related action=accept
/ip dns
set allow-remote-requests=yes
/ip firewall nat
add chain=dstnat protocol=udp dst-port=53 action=redirect
`,
    ['11:1', '13:1'],
  ],
])('%s → the setting', (_, text, places) => expect(placesOf('firewall/open-resolver', text)).toEqual(places));
