import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

it.each([
  [
    'both',
    `/ip dhcp-client
add interface=ether1 disabled=no
add interface=ether2 disabled=no default-route-distance=2
`,
    ['2:1'],
  ],
  [
    'one',
    `/ip dhcp-client
add interface=ether1 disabled=no
add interface=ether2 disabled=no use-peer-dns=no
`,
    [],
  ],
])('%s → the first client', (_, text, places) =>
  expect(placesOf('services/several-resolvers', text)).toEqual(places),
);
