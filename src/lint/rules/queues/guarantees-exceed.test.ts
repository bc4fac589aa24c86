import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

it.each([
  [
    'too much',
    `/queue simple
add name=all target=192.168.88.0/24 max-limit=10M/10M
add name=a target=192.168.88.20/32 parent=all limit-at=6M/6M max-limit=10M/10M
add name=b target=192.168.88.21/32 parent=all limit-at=6M/6M max-limit=10M/10M
`,
    ['2:1'],
  ],
  [
    'as much as there is',
    `/queue simple
add name=all target=192.168.88.0/24 max-limit=10M/10M
add name=a target=192.168.88.20/32 parent=all limit-at=5M/5M max-limit=10M/10M
add name=b target=192.168.88.21/32 parent=all limit-at=5M/5M max-limit=10M/10M
`,
    [],
  ],
])('%s → its place', (_, text, places) => expect(placesOf('queues/guarantees-exceed', text)).toEqual(places));
