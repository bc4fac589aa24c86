import { expect, test } from 'vitest';
import { heldBy } from './held-by.ts';

const text = heldBy([
  [{ from: 10, to: 20 }],
  [
    { from: 15, to: 17 },
    { from: 16, to: 30 },
  ],
  [{ from: 40, to: 39 }],
]);

test.each([
  [9, ''],
  [10, '0'],
  [14, '0'],
  [15, '0,1'],
  [18, '0,1'],
  [20, '0,1'],
  [21, '1'],
  [30, '1'],
  [31, ''],
  [40, ''],
])('held by: %i among overlapping sets → %s', (value, sets) => {
  expect(text(value)).toBe(sets);
});
