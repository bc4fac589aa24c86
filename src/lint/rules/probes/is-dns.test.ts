import { expect, it } from 'vitest';
import { placesOf, twoLines } from '../../testing.ts';

it.each([
  [
    'the only name server',
    `${twoLines}/ip route
add dst-address=8.8.8.8/32 gateway=10.0.1.1 scope=10
add gateway=8.8.8.8 target-scope=11
/ip dns
set servers=8.8.8.8
`,
    ['9:1'],
  ],
  [
    'another host',
    `${twoLines}/ip route
add dst-address=8.8.8.8/32 gateway=10.0.1.1 scope=10
add gateway=8.8.8.8 target-scope=11
/ip dns
set servers=9.9.9.9
`,
    [],
  ],
])('%s → its host route', (_, text, places) => expect(placesOf('probes/is-dns', text)).toEqual(places));
