import type { Point } from '../client/types.ts';
import { type Live, type Measure, measures, recentLength } from './live.ts';
import type { Recent } from './ring.ts';

/** What the journal calls a measurement. */
export const seriesOf: Readonly<Record<Measure, string>> = {
  rttMs: 'rtt',
  jitterMs: 'jitter',
  loss: 'loss',
  receivedBitsPerSecond: 'in',
  sentBitsPerSecond: 'out',
};

type Series = Readonly<Record<string, readonly Point[]>>;

/** The last two minutes of a line as they were measured, before what the stream has told since. */
export function seeded(live: Live, line: string, series: Series, now: number): Live {
  const told = live.recent[line];
  const recent: Partial<Record<Measure, Recent>> = Object.fromEntries(
    measures.map(measure => {
      const since = told?.[measure] ?? [];
      const before = bySecond(series[seriesOf[measure]] ?? [], now - since.length * 1000);
      const values: Recent = [...before, ...since].slice(-recentLength);
      return [measure, values];
    }),
  );
  return { ...live, recent: { ...live.recent, [line]: { ...unmeasured, ...recent } } };
}

const unmeasured: Readonly<Record<Measure, Recent>> = {
  rttMs: [],
  jitterMs: [],
  loss: [],
  receivedBitsPerSecond: [],
  sentBitsPerSecond: [],
};

/** One value for each second until then; undefined where nothing was measured. */
function bySecond(points: readonly Point[], until: number): Recent {
  const last = Math.floor(until / 1000);
  const known = new Map(points.map(({ time, avg }) => [Math.floor(Date.parse(time) / 1000), avg]));
  return Array.from({ length: recentLength }, (_, index) => known.get(last - recentLength + 1 + index));
}
