import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

it.each([
  [
    'an address',
    `/interface ethernet
set [ find default-name=ether1 ] comment=uplink
/ip route
add gateway=10.0.1.1
`,
    [],
  ],
  [
    'the port',
    `/interface ethernet
set [ find default-name=ether1 ] comment=uplink
/ip route
add gateway=ether1
`,
    ['4:1'],
  ],
  ['two ports, said once', '/ip route\nadd gateway=ether1\nadd gateway=ether2 distance=2\n', ['2:1']],
  [
    'a dialled line',
    '/interface pppoe-client\nadd name=line interface=ether1 disabled=no\n/ip route\nadd gateway=line\n',
    [],
  ],
])('%s → its route', (_, text, places) => expect(placesOf('routes/ethernet-gateway', text)).toEqual(places));
