import { describe, expect, it } from 'vitest';
import { complement, dayParts, joined, moved } from './week.ts';

const hour = 3600;
const day = 24 * hour;

describe('a week', () => {
  it('moved back over its beginning → cut in two', () => {
    expect(moved([{ from: 0, to: 2 * hour }], -hour)).toEqual([
      { from: 7 * day - hour, to: 7 * day - 1 },
      { from: 0, to: hour },
    ]);
  });

  it('stretches that touch or overlap → one', () => {
    const pieces = [
      { from: 10, to: 20 },
      { from: 0, to: 9 },
      { from: 15, to: 17 },
      { from: 22, to: 30 },
    ];
    expect(joined(pieces)).toEqual([
      { from: 0, to: 20 },
      { from: 22, to: 30 },
    ]);
  });

  it('complement of the complement → the same; of nothing → all', () => {
    const some = [
      { from: 0, to: 5 },
      { from: 9, to: 11 },
    ];
    expect(complement(complement(some))).toEqual(some);
    expect(complement([])).toEqual([{ from: 0, to: 7 * day - 1 }]);
    expect(complement(complement([]))).toEqual([]);
  });

  it('a stretch over midnight → a part of each day; the same part on two days → one', () => {
    const parts = dayParts([
      { from: day - hour, to: day + hour },
      { from: 2 * day - hour, to: 2 * day + hour },
    ]);
    expect(parts).toEqual([
      { from: 23 * hour, to: day - 1, days: [0, 1] },
      { from: 0, to: hour, days: [1, 2] },
    ]);
  });
});
