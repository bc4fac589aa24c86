import { expect, it } from 'vitest';
import { lintText, placesOf } from '../../testing.ts';

it.each([
  [
    'the network',
    `/ip address
add address=192.168.88.0/24 interface=bridge
`,
    ['2:1'],
  ],
  [
    'a host in it',
    `/ip address
add address=192.168.88.1/24 interface=bridge
`,
    [],
  ],
  [
    'the broadcast address',
    `/ip address
add address=192.168.88.255/24 interface=bridge
`,
    ['2:1'],
  ],
  [
    'a line with two ends',
    `/ip address
add address=192.168.88.0/31 interface=ether1
`,
    [],
  ],
])('%s → its place', (_, text, places) =>
  expect(placesOf('interfaces/address-of-nobody', text)).toEqual(places),
);

it('with a right address beside it → a warning', () => {
  const text = '/ip address\nadd address=10.0.0.0/24 interface=ether1\n';
  const severities = (more: string) =>
    lintText(`${text}${more}`, ['interfaces/address-of-nobody']).map(({ severity }) => severity);
  expect(severities('')).toEqual(['error']);
  expect(severities('add address=10.0.0.1/24 interface=ether1\n')).toEqual(['warning']);
});
