import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

it.each([
  [
    'the same',
    `/ip address
add address=192.168.88.1/24 interface=bridge
add address=192.168.88.2/24 interface=guests
`,
    ['3:1'],
  ],
  [
    'two',
    `/ip address
add address=192.168.88.1/24 interface=bridge
add address=192.168.89.1/24 interface=guests
`,
    [],
  ],
])('%s → its place', (_, text, places) =>
  expect(placesOf('interfaces/networks-overlap', text)).toEqual(places),
);
