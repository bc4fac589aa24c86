import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

it.each([
  [
    'public',
    `/ip address
add address=20.20.20.1/24 interface=bridge
/ip pool
add name=p ranges=20.20.20.10-20.20.20.99
/ip dhcp-server
add name=s interface=bridge address-pool=p disabled=no
`,
    ['2:1'],
  ],
  [
    'private',
    `/ip address
add address=10.20.20.1/24 interface=bridge
/ip pool
add name=p ranges=10.20.20.10-10.20.20.99
/ip dhcp-server
add name=s interface=bridge address-pool=p disabled=no
`,
    [],
  ],
  [
    'of documents',
    `/ip address
add address=203.0.113.1/24 interface=bridge
/ip pool
add name=p ranges=203.0.113.10-203.0.113.99
/ip dhcp-server
add name=s interface=bridge address-pool=p disabled=no
`,
    [],
  ],
])('%s → the address', (_, text, places) =>
  expect(placesOf('interfaces/foreign-space', text)).toEqual(places),
);
