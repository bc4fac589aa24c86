import { expect, it } from 'vitest';
import { placesOf, twoLines } from '../../testing.ts';

const lines = (second: string): string => `${twoLines}/ip route
add dst-address=8.8.4.4/32 gateway=10.0.1.1 scope=10
add dst-address=9.9.9.10/32 gateway=${second} scope=10
add gateway=8.8.4.4 distance=1 target-scope=11 check-gateway=ping
add gateway=9.9.9.10 distance=2 target-scope=11 check-gateway=ping
`;

it.each([
  ['both probes by the first line', lines('10.0.1.1'), ['12:1']],
  ['each by its own', lines('10.0.2.1'), []],
  ['one line', lines('10.0.1.1').replaceAll(/.*ether2.*\n/g, ''), []],
])('%s → the backup', (_, text, places) => expect(placesOf('routes/backup-same-line', text)).toEqual(places));
