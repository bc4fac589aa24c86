import type { Point } from '../client/types.ts';

export interface Aligned {
  /** ms since 1970. */
  readonly times: readonly number[];
  /** Of each series, at those times; null where it has none. */
  readonly values: readonly (readonly (number | null)[])[];
}

/** Series on one axis of time, with a hole wherever nothing was measured for longer than two steps. */
export function aligned(series: readonly (readonly Point[])[], stepMs: number): Aligned {
  const byTime = series.map(points => new Map(points.map(({ time, avg }) => [Date.parse(time), avg])));
  const measured = [...new Set(byTime.flatMap(points => [...points.keys()]))].sort((a, b) => a - b);
  const times = measured.flatMap((time, index) => {
    const before = measured[index - 1];
    return before !== undefined && time - before > 2 * stepMs ? [before + stepMs, time] : [time];
  });
  return { times, values: byTime.map(points => times.map(time => points.get(time) ?? null)) };
}
