import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

const watch = (script: string): string => `/tool netwatch
add host=8.8.8.8 down-script="${script}"
`;

it.each([
  ['a bracket that does not end', watch('/ip route set [find comment=ISP1 distance=5'), ['2:30']],
  ['brackets that end', watch('/ip route set [find comment=ISP1] distance=5'), []],
  ['a block that does not end', watch(':if (1=1) do={:log info y'), ['2:30']],
  ['a string that does not end', watch(':log info \\"down'), ['2:30']],
  ['a name', watch('failover'), []],
])('%s → its place', (_, text, places) => expect(placesOf('scripts/unreadable', text)).toEqual(places));
