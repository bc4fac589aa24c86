import { describe, expect, it } from 'vitest';
import { pageWords } from '../say/page.ts';
import { figureData } from './data-table.ts';
import { describeBars, describeTimeline } from './describe.ts';
import { niceTicks, percent, timeTicks } from './scale.ts';
import { linePath, lostSpans } from './series.ts';

describe('niceTicks', () => {
  it.each([
    [768_000, [0, 200_000, 400_000, 600_000, 800_000]],
    [24.3, [0, 10, 20, 30]],
    [1, [0, 0.5, 1]],
    [0, [0]],
  ])('covers 0 to %s', (most, ticks) => {
    const found = niceTicks(0, most, 4);
    expect(found[0]).toBe(0);
    expect(found.at(-1)).toBeGreaterThanOrEqual(most);
    if (most > 1) expect(found).toEqual(ticks);
  });

  it('goes below 0 where values do', () => {
    expect(niceTicks(-7, 12, 4)).toEqual([-10, -5, 0, 5, 10, 15]);
  });
});

describe('timeTicks', () => {
  it('falls on whole steps', () => {
    expect(timeTicks(32_000, 8)).toEqual([0, 5000, 10_000, 15_000, 20_000, 25_000, 30_000]);
    expect(timeTicks(150, 8)).toEqual([0, 100]);
  });
});

describe('percent', () => {
  it('survives an empty range', () => {
    expect([percent(5, 0, 10), percent(5, 5, 5)]).toEqual([50, 0]);
  });
});

describe('linePath', () => {
  const same = (value: number): number => value;

  it('breaks at lost samples and shows a lone one as a dot', () => {
    const points = [
      [0, 1],
      [1, 2],
      [2, null],
      [3, 4],
      [4, null],
    ] as const;
    expect(linePath(points, same, same)).toBe('M0 1h0L1 2M3 4h0');
  });

  it('draws no more points than can be seen', () => {
    const points = Array.from({ length: 50_000 }, (_, at) => [at, at % 7] as const);
    expect(linePath(points, same, same).split('L').length).toBeLessThanOrEqual(1200);
  });
});

describe('lostSpans', () => {
  it('joins neighbours, up to the next sample that came', () => {
    const points = [
      [0, 1],
      [10, null],
      [20, null],
      [30, 5],
      [40, null],
    ] as const;
    expect(lostSpans(points)).toEqual([
      [10, 30],
      [40, 40],
    ]);
  });
});

const timeline = {
  kind: 'timeline' as const,
  title: 'pings',
  quantity: 'round trip',
  unit: 'ms' as const,
  measure: { name: 'pings lost', value: 1 },
  series: [{ name: 'c1', points: [[0, 20] as const, [500, null] as const, [1000, 30] as const] }],
  marks: [{ atMs: 400, label: 'cut' }],
};

describe('figures in words and numbers', () => {
  it('describes a timeline', () => {
    expect(describeTimeline(timeline, pageWords.en)).toBe(
      'c1: 20 ms to 30 ms, mean 25 ms, 1 sample lost. cut at 400 ms.',
    );
  });

  it('describes bars with what was expected', () => {
    const bars = [
      { name: 'ISP1', value: 66.9, expected: 66.7 },
      { name: 'ISP2', value: 0 },
    ];
    expect(describeBars({ kind: 'bars', title: '', quantity: 'share', unit: '%', bars }, pageWords.en)).toBe(
      'ISP1: 66.9 %, expected 66.7 %. ISP2: 0 %.',
    );
  });

  it('lists a timeline in stretches with its marks', () => {
    expect(figureData(timeline, pageWords.en)).toEqual({
      title: 'pings',
      columns: ['from (s)', { title: 'c1', unit: 'ms' }, 'c1, lost', 'event'],
      rows: [
        ['0.0', 20, 0, ''],
        ['0.3', null, 1, 'cut'],
        ['0.7', 30, 0, ''],
      ],
    });
  });
});
