import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

it.each([
  [
    'one more address of a network',
    `/ip address
add address=198.51.100.2/29 interface=ether1
add address=198.51.100.4 interface=ether1
`,
    [],
  ],
  [
    'none',
    `/interface ethernet
set [ find default-name=ether1 ] name=ether1
/ip address
add address=192.168.88.1 interface=ether1
`,
    ['4:13'],
  ],
  [
    '/24',
    `/interface ethernet
set [ find default-name=ether1 ] name=ether1
/ip address
add address=192.168.88.1/24 interface=ether1
`,
    [],
  ],
])('%s → its place', (_, text, places) => expect(placesOf('interfaces/no-mask', text)).toEqual(places));
