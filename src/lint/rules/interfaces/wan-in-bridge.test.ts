import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

it.each([
  [
    'a line with a lease',
    `/interface bridge
add name=lan
/interface bridge port
add bridge=lan interface=ether1
/ip dhcp-client
add interface=ether1 disabled=no
`,
    ['4:1'],
  ],
  [
    'another port',
    `/interface bridge
add name=lan
/interface bridge port
add bridge=lan interface=ether5
/ip dhcp-client
add interface=ether1 disabled=no
`,
    [],
  ],
])('%s → its port', (_, text, places) => expect(placesOf('interfaces/wan-in-bridge', text)).toEqual(places));
