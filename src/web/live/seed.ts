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
      const points = series[seriesOf[measure]] ?? [];
      const before = bySecond(points, now - since.length * 1000, held[measure] ?? 0);
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

/** What probes say is of the last half minute, and is kept each ten seconds: it holds until then. */
const held: Partial<Record<Measure, number>> = { rttMs: 9, jitterMs: 9, loss: 9 };

/** One value for each second until then; undefined where nothing was measured. */
function bySecond(points: readonly Point[], until: number, holds: number): Recent {
  const last = Math.floor(until / 1000);
  const known = new Map(points.map(({ time, avg }) => [Math.floor(Date.parse(time) / 1000), avg]));
  const at = (second: number): number | undefined => {
    for (let back = 0; back <= holds; back += 1) {
      const value = known.get(second - back);
      if (value !== undefined) return value;
    }
    return undefined;
  };
  return Array.from({ length: recentLength }, (_, index) => at(last - recentLength + 1 + index));
}
