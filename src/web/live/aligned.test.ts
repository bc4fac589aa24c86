import { expect, it } from 'vitest';
import { aligned } from './aligned.ts';

const point = (second: number, avg: number) => ({
  time: new Date(second * 1000).toISOString(),
  ...{ min: avg, avg, max: avg, n: 1 },
});

it('series that were measured at different times → one axis, nothing invented', () => {
  const { times, values } = aligned([[point(0, 1), point(10, 2)], [point(10, 5)]], 10_000);
  expect(times).toEqual([0, 10_000]);
  expect(values).toEqual([
    [1, 2],
    [null, 5],
  ]);
});

it('nothing measured for longer than two steps → a hole, not a line across', () => {
  expect(aligned([[point(0, 1), point(60, 2)]], 10_000)).toEqual({
    times: [0, 10_000, 60_000],
    values: [[1, null, 2]],
  });
});
