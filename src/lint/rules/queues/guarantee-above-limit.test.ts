import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

it.each([
  [
    'more',
    `/queue simple
add name=office target=192.168.88.20/32 limit-at=20M/20M max-limit=10M/10M
`,
    ['2:1'],
  ],
  [
    'less',
    `/queue simple
add name=office target=192.168.88.20/32 limit-at=5M/5M max-limit=10M/10M
`,
    [],
  ],
  [
    'a tree',
    `/queue tree
add name=down parent=bridge limit-at=20M max-limit=10M
`,
    ['2:1'],
  ],
  [
    'without a limit',
    `/queue simple
add name=office target=192.168.88.20/32 limit-at=20M/20M
`,
    [],
  ],
])('%s → its place', (_, text, places) =>
  expect(placesOf('queues/guarantee-above-limit', text)).toEqual(places),
);
