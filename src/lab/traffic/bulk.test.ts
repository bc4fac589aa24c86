import { expect, it } from 'vitest';
import { slope } from './bulk.ts';

it('fits a line through counts that come in bursts', () => {
  const steady = [0, 1, 2, 3].map(at => [at, 5 + 3 * at] as const);
  expect(slope(steady)).toBeCloseTo(3);
  expect(
    slope([
      [0, 0],
      [1, 0],
      [2, 4],
      [3, 4],
      [4, 8],
      [5, 8],
    ]),
  ).toBeCloseTo(1.83, 2);
});

it('is flat without a time span', () => {
  expect(slope([[7, 1]])).toBe(0);
});
