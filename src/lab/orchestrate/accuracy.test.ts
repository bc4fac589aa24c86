import { describe, expect, it } from 'vitest';
import { slope } from './accuracy.ts';

describe('slope', () => {
  it('is the rate of regular arrivals', () => {
    const arrivals = Array.from({ length: 50 }, (_, index) => ({ atMs: 7 + index * 24, count: 100 + index }));
    expect(slope(arrivals)).toBeCloseTo(1 / 24, 10);
  });

  it('is hardly moved by one late look at the end', () => {
    const arrivals = Array.from({ length: 60 }, (_, index) => ({ atMs: index * 24, count: index }));
    const late = arrivals.with(-1, { atMs: 59 * 24 + 30, count: 59 });
    expect(slope(late) * 24).toBeGreaterThan(0.997);
  });

  it('is nothing without two arrivals', () => {
    expect(slope([])).toBe(0);
    expect(slope([{ atMs: 3, count: 1 }])).toBe(0);
  });
});
