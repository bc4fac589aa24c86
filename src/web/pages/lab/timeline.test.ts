import { expect, it } from 'vitest';
import { lostSpans, onOneAxis } from './timeline.ts';

it('lines with samples at other times: undefined where one has none, null where nothing came back', () => {
  const [one, other] = [
    [
      [0, 20],
      [200, null],
    ],
    [[100, 5]],
  ] as [number, number | null][][];
  expect(onOneAxis([{ points: one ?? [] }, { points: other ?? [] }])).toEqual({
    times: [0, 100, 200],
    values: [
      [20, undefined, null],
      [undefined, 5, undefined],
    ],
  });
});

it('what is lost lasts until something comes back', () => {
  const values = [1, null, null, 2, null];
  expect(lostSpans(values.map((value, index) => [index * 100, value]))).toEqual([
    [100, 300],
    [400, 400],
  ]);
});
