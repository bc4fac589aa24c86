import type { Labels, MetricSample } from './exposition.ts';

/** How often values fell below each bound. Plain data. */
export interface Histogram {
  /** Upper bounds, rising. */
  readonly bounds: readonly number[];
  /** Values up to each bound that are above the one before; the last are above all. */
  readonly counts: readonly number[];
  readonly sum: number;
}

/** Steps of a decision take from a tenth of a millisecond to seconds. Seconds. */
export const stepBounds: readonly number[] = [
  0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
];

export const emptyHistogram = (bounds: readonly number[]): Histogram => ({
  bounds,
  counts: Array<number>(bounds.length + 1).fill(0),
  sum: 0,
});

export function observed(histogram: Histogram, value: number): Histogram {
  const { bounds, counts, sum } = histogram;
  const found = bounds.findIndex(bound => value <= bound);
  const place = found < 0 ? bounds.length : found;
  return { bounds, counts: counts.with(place, (counts[place] ?? 0) + 1), sum: sum + value };
}

/** As samples: each bucket counts those below it too. */
export function histogramSamples({ bounds, counts, sum }: Histogram, labels: Labels): MetricSample[] {
  let below = 0;
  const buckets = counts.map((count, index) => {
    below += count;
    const le = index < bounds.length ? String(bounds[index]) : '+Inf';
    return { suffix: '_bucket', labels: { ...labels, le }, value: below };
  });
  return [...buckets, { suffix: '_sum', labels, value: sum }, { suffix: '_count', labels, value: below }];
}
