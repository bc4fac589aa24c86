import { expect, it } from 'vitest';
import { lintText, placesOf } from '../../testing.ts';

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

it('both scripts of a probe look for a comment in other letters → said once, with what was meant', () => {
  const found = lintText(
    `/ip route
add gateway=10.0.1.1 comment=wan1
add gateway=10.0.2.1 distance=2 comment=WAN2
/tool netwatch
add host=192.0.2.1 down-script="/ip route disable [find comment=\\"WAN1\\"]" up-script="/ip route enable [find comment=\\"WAN1\\"]"
`,
    ['scripts/finds-nothing'],
  );
  expect(found.map(({ what }) => what)).toEqual([
    'The script looks in /ip route for comment="WAN1", which no item there has. Did you mean \'wan1\'?',
  ]);
});
