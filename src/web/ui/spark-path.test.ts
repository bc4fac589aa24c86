import { expect, it } from 'vitest';
import { sparkPath, topOf } from './spark-path.ts';

const box = { width: 30, height: 10, length: 4, top: 10 };

it('a sparkline: fewer values than fit → they end at the right edge', () => {
  expect(sparkPath([0, 10], box)).toBe('M20.0 10.0L30.0 0.0');
});

it('a sparkline: nothing measured between → a gap, not a zero', () => {
  expect(sparkPath([5, undefined, 5, 5], box)).toBe('M0.0 5.0M20.0 5.0L30.0 5.0');
});

it('a sparkline: above its top → at the edge', () => {
  expect(sparkPath([20], box)).toBe('M30.0 0.0');
  expect(topOf([1, 2, undefined], 1)).toBeCloseTo(2.3);
  expect(topOf([], 5)).toBe(5);
});
