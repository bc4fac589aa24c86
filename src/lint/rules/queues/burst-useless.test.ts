import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

it.each([
  [
    'without time',
    `/queue simple
add name=office target=192.168.88.20/32 max-limit=5M/10M burst-limit=10M/20M burst-threshold=4M/8M
`,
    ['2:1'],
  ],
  [
    'with all three',
    `/queue simple
add name=office target=192.168.88.20/32 max-limit=5M/10M burst-limit=10M/20M burst-threshold=4M/8M burst-time=16s/16s
`,
    [],
  ],
])('%s → its place', (_, text, places) => expect(placesOf('queues/burst-useless', text)).toEqual(places));
