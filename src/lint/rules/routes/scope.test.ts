import { expect, it } from 'vitest';
import { lintText, placesOf, twoLines } from '../../testing.ts';

it.each([
  [
    'shut out',
    `${twoLines}/ip route
add dst-address=8.8.8.8/32 gateway=10.0.1.1 scope=30
add gateway=8.8.8.8 target-scope=10
add gateway=10.0.2.1 distance=2 check-gateway=ping
`,
    ['10:1'],
  ],
  [
    'let in',
    `${twoLines}/ip route
add dst-address=8.8.8.8/32 gateway=10.0.1.1 scope=10
add gateway=8.8.8.8 target-scope=11
add gateway=10.0.2.1 distance=2 check-gateway=ping
`,
    [],
  ],
])('%s → its route', (_, text, places) => expect(placesOf('routes/scope', text)).toEqual(places));

it('RouterOS 7 lifts the scope → the lifted one is explained, and only target-scope is to be changed', () => {
  const text = `# by RouterOS 7.16
${twoLines}/ip route
add dst-address=8.8.8.8/32 gateway=10.0.1.1 scope=10
add gateway=8.8.8.8 check-gateway=ping
add gateway=10.0.2.1 distance=2 check-gateway=ping
`;
  const [found] = lintText(text, ['routes/scope']);
  expect(found?.what).toContain('counts with scope 11 (RouterOS 7 lifts 10), above its target-scope 10');
  expect(found?.fix?.commands).toEqual(['/ip route set [find gateway=8.8.8.8] target-scope=11']);
});
