import { expect, it } from 'vitest';
import { lintText, placesOf } from '../../testing.ts';

const withRoutes = (...routes: readonly string[]): string => `# 2024-12-20 09:00:00 by RouterOS 7.16
/ip address
add address=10.0.1.2/24 interface=ether1
add address=192.168.88.1/24 interface=bridge
/ip route
${routes.map(route => `add ${route}\n`).join('')}`;

it.each([
  ['nearer than the line', withRoutes('gateway=10.0.1.1 distance=5', 'blackhole distance=1'), ['7:1']],
  ['without a distance', withRoutes('gateway=10.0.1.1', 'blackhole'), ['7:1']],
  ['farther', withRoutes('gateway=10.0.1.1', 'blackhole distance=254'), []],
  ['turned off', withRoutes('gateway=10.0.1.1 distance=5', 'blackhole disabled=yes'), []],
  ['the line turned off', withRoutes('gateway=10.0.1.1 distance=5 disabled=yes', 'blackhole'), []],
  ['of another network', withRoutes('gateway=10.0.1.1', 'blackhole dst-address=10.0.0.0/8'), []],
  [
    'of a probe address',
    withRoutes(
      'gateway=10.0.1.1',
      'dst-address=9.9.9.9/32 gateway=10.0.1.1 distance=2',
      'dst-address=9.9.9.9/32 blackhole',
    ),
    ['8:1'],
  ],
])('%s → its place', (_, text, places) => expect(placesOf('routes/discards-first', text)).toEqual(places));

it('of the same distance → a warning, as nobody can say which is active', () => {
  const found = lintText(withRoutes('gateway=10.0.1.1', 'blackhole'), ['routes/discards-first']);
  expect(found.find(({ id }) => id === 'routes/discards-first')?.severity).toBe('warning');
});
