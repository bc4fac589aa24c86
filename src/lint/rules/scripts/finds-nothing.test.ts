import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

it.each([
  [
    'other capitals',
    `/ip route
add gateway=198.51.100.1 distance=1 check-gateway=ping comment="line one"
add gateway=203.0.113.1 distance=2 check-gateway=ping comment="line two"
/tool netwatch
add host=9.9.9.9 interval=10s down-script="/ip route disable [find comment=\\"Line one\\"]"
`,
    ['5:43'],
  ],
  [
    'the same',
    `/ip route
add gateway=198.51.100.1 distance=1 check-gateway=ping comment="line one"
add gateway=203.0.113.1 distance=2 check-gateway=ping comment="line two"
/tool netwatch
add host=9.9.9.9 interval=10s down-script="/ip route disable [find comment=\\"line one\\"]"
`,
    [],
  ],
  [
    'inside a condition',
    `/ip route
add gateway=198.51.100.1 distance=1 comment="line one"
add gateway=203.0.113.1 distance=2 comment="line two"
/system script
add name=watch source=":if ([/ping 9.9.9.9 count=3] = 0) do={ /ip route set [find comment="lineone"] distance=9 }"
`,
    ['5:23'],
  ],
])('%s → its place', (_, text, places) => expect(placesOf('scripts/finds-nothing', text)).toEqual(places));
