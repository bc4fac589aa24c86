import { expect, it } from 'vitest';
import type { Point } from '../../client/types.ts';
import { availability, stretchesOf } from './day-strip.ts';

const since = Date.parse('2026-11-30T00:00:00Z');
const point = (second: number, avg: number): Point => ({
  time: new Date(since + second * 1000).toISOString(),
  min: Math.floor(avg),
  avg,
  max: Math.ceil(avg),
  n: 10,
});
const strip = (points: readonly Point[]) => stretchesOf(points, since, since + 100_000, 10_000);

it('points that follow each other → one stretch for each state', () => {
  expect(strip([0, 10, 20, 30, 40, 50, 60, 70, 80, 90].map(at => point(at, at === 50 ? 0 : 1)))).toEqual([
    { state: 'up', from: 0, to: 0.5 },
    { state: 'down', from: 0.5, to: 0.6 },
    { state: 'up', from: 0.6, to: 1 },
  ]);
});

it('nothing measured before, between and after → unknown there, never up', () => {
  expect(strip([point(20, 1), point(50, 0.4)])).toEqual([
    { state: 'unknown', from: 0, to: 0.2 },
    { state: 'up', from: 0.2, to: 0.3 },
    { state: 'unknown', from: 0.3, to: 0.5 },
    { state: 'degraded', from: 0.5, to: 0.6 },
    { state: 'unknown', from: 0.6, to: 1 },
  ]);
  expect(strip([])).toEqual([{ state: 'unknown', from: 0, to: 1 }]);
});

it('availability: of what was measured; nothing measured → not known', () => {
  expect(availability([point(0, 1), point(10, 0.5)])).toBe(0.75);
  expect(availability([])).toBeUndefined();
});
