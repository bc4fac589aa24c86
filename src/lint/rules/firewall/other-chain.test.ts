import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

const office = (rule: string): string => `/ip address
add address=198.51.100.2/24 interface=ether1
add address=192.168.88.1/24 interface=ether2
/ip firewall filter
add ${rule}
`;

it.each([
  ['input for a host inside', 'chain=input dst-address=192.168.88.33 action=accept', ['5:1']],
  ['forward for it', 'chain=forward dst-address=192.168.88.33 action=accept', []],
  ['forward for the router', 'chain=forward dst-address=192.168.88.1 action=drop', ['5:1']],
  ['input for the router', 'chain=input dst-address=198.51.100.2 action=accept', []],
  ['input for a whole network', 'chain=input dst-address=192.168.88.0/24 action=accept', []],
  ['input for its broadcasts', 'chain=input dst-address=192.168.88.255 action=accept', []],
  ['input for an address that a lease may give', 'chain=input dst-address=203.0.113.9 action=accept', []],
  ['input for all but one', 'chain=input dst-address=!192.168.88.33 action=drop', []],
  ['turned off', 'chain=input dst-address=192.168.88.33 action=accept disabled=yes', []],
])('%s → its place', (_, rule, places) =>
  expect(placesOf('firewall/other-chain', office(rule))).toEqual(places),
);
