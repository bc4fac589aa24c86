import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

it.each([
  [
    'behind a wider one',
    `/ip firewall nat
add chain=dstnat protocol=tcp in-interface=ether1 action=dst-nat to-addresses=192.168.88.10
add chain=dstnat protocol=tcp in-interface=ether1 dst-port=443 action=dst-nat to-addresses=192.168.88.20
`,
    ['3:1'],
  ],
  [
    'before it',
    `/ip firewall nat
add chain=dstnat protocol=tcp in-interface=ether1 dst-port=443 action=dst-nat to-addresses=192.168.88.20
add chain=dstnat protocol=tcp in-interface=ether1 action=dst-nat to-addresses=192.168.88.10
`,
    [],
  ],
])('%s → its place', (_, text, places) => expect(placesOf('nat/never-reached', text)).toEqual(places));
