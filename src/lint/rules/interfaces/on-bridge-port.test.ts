import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

it.each([
  [
    'a port',
    `/interface bridge
add name=bridge
/interface bridge port
add bridge=bridge interface=ether2
/ip dhcp-server
add name=lan interface=ether2 disabled=no
`,
    ['6:1'],
  ],
  [
    'no port',
    `/interface bridge
add name=bridge
/interface bridge port
add bridge=bridge interface=ether2
/ip dhcp-server
add name=lan interface=bridge disabled=no
`,
    [],
  ],
])('%s → its place', (_, text, places) =>
  expect(placesOf('interfaces/on-bridge-port', text)).toEqual(places),
);
