import { between, type Gap, type Sample } from '../traffic/index.ts';

export const lostOf = (samples: readonly Sample[]): number =>
  samples.filter(({ rttMs }) => rttMs === null).length;

/** Probes that a fault can have hit, and those that it cannot. */
export const concerned = (samples: readonly Sample[], fromMs: number) => ({
  before: between(samples, Number.NEGATIVE_INFINITY, fromMs),
  since: between(samples, fromMs, Number.POSITIVE_INFINITY),
});

/** Ms until the last gap ended; 0: there was none; null: it did not end. */
export function restoreOf(gaps: readonly Gap[], faultMs: number): number | null {
  const last = gaps.at(-1);
  if (!last) return 0;
  return last.toMs === undefined ? null : Math.ceil(last.toMs - faultMs);
}

/** Ms; null: the last gap did not end. */
export function longestOf(gaps: readonly Gap[]): number | null {
  const lengths = gaps.map(({ fromMs, toMs }) => (toMs === undefined ? Number.NaN : toMs - fromMs));
  const longest = Math.max(0, ...lengths);
  return Number.isNaN(longest) ? null : Math.round(longest);
}
