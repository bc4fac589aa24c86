import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

it.each([
  [
    'another network',
    `/ip address
add address=192.168.88.1/24 interface=bridge
/ip pool
add name=clients ranges=192.168.89.10-192.168.89.99
/ip dhcp-server
add name=lan interface=bridge address-pool=clients disabled=no
`,
    ['6:1'],
  ],
  [
    'its own',
    `/ip address
add address=192.168.88.1/24 interface=bridge
/ip pool
add name=clients ranges=192.168.88.10-192.168.88.99
/ip dhcp-server
add name=lan interface=bridge address-pool=clients disabled=no
`,
    [],
  ],
])('%s → its place', (_, text, places) => expect(placesOf('services/pool-outside', text)).toEqual(places));
