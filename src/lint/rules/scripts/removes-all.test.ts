import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

it.each([
  [
    'all',
    `/ip route
add gateway=198.51.100.1 distance=1 check-gateway=ping comment="line one"
add gateway=203.0.113.1 distance=2 check-gateway=ping comment="line two"
/system script
add name=reset source="/ip route disable [find]"
`,
    ['5:23'],
  ],
  [
    'one',
    `/ip route
add gateway=198.51.100.1 distance=1 check-gateway=ping comment="line one"
add gateway=203.0.113.1 distance=2 check-gateway=ping comment="line two"
/system script
add name=reset source="/ip route disable [find comment=\\"line one\\"]"
`,
    [],
  ],
])('%s → its place', (_, text, places) => expect(placesOf('scripts/removes-all', text)).toEqual(places));
