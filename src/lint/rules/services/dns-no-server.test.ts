import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

it.each([
  [
    'none',
    `/ip dns
set allow-remote-requests=yes
/ip dhcp-client
add interface=ether1 use-peer-dns=no disabled=no
`,
    ['2:1'],
  ],
  [
    'one',
    `/ip dns
set allow-remote-requests=yes servers=9.9.9.9
/ip dhcp-client
add interface=ether1 use-peer-dns=no disabled=no
`,
    [],
  ],
  [
    'of a lease',
    `/ip dns
set allow-remote-requests=yes
/ip dhcp-client
add interface=ether1 disabled=no
`,
    [],
  ],
])('%s → its place', (_, text, places) => expect(placesOf('services/dns-no-server', text)).toEqual(places));
