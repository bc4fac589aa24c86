import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

const tunnel = (allowed: string, route: string): string => `/interface wireguard
add name=wg listen-port=13231
/interface wireguard peers
add interface=wg allowed-address=${allowed} public-key="aGVsbG8gd29ybGQgdGhpcyBpcyBhIHB1YmxpYyBrZXk="
/ip address
add address=10.66.0.2/24 interface=wg
/ip route
add dst-address=${route} gateway=wg
`;

it.each([
  ['another network', tunnel('10.66.0.0/24', '192.168.70.0/24'), ['8:1']],
  ['everything for one network', tunnel('10.66.0.0/24', '0.0.0.0/0'), ['8:1']],
  ['the network', tunnel('10.66.0.0/24,192.168.70.0/24', '192.168.70.0/24'), []],
  ['one that holds it', tunnel('0.0.0.0/0', '192.168.70.0/24'), []],
  ['two halves', tunnel('0.0.0.0/1,128.0.0.0/1', '0.0.0.0/0'), []],
])('the peer has %s → the route', (_, text, places) =>
  expect(placesOf('interfaces/peer-refuses', text)).toEqual(places),
);
