import type { Check } from './result.ts';
import type { CommonWords } from './say.ts';

/** Parts of one as per cent with one decimal: 0.6667 → `66.7 %`. */
export const percent = (part: number): string => `${(part * 100).toFixed(1)} %`;

/** `84 ms`, `12.3 s`; `never` where there is no such time. */
export function duration({ never }: CommonWords, ms: number | null | undefined): string {
  if (ms === null || ms === undefined || !Number.isFinite(ms)) return never;
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}

/** A measured number with what it is and how it is shown. */
export interface Measured {
  readonly what: string;
  readonly value: number;
  show(value: number): string;
}

/** A measured number that must not be below `least`. */
export function atLeast(say: CommonWords, { what, value, show }: Measured, least: number): Check {
  return { what, expected: say.atLeast(show(least)), measured: show(value), holds: value >= least };
}

/** A measured number that must not be above `most`. */
export function atMost(say: CommonWords, { what, value, show }: Measured, most: number): Check {
  return { what, expected: say.atMost(show(most)), measured: show(value), holds: value <= most };
}

/** A measured number that must lie around `middle`. */
export function around({ what, value, show }: Measured, middle: number, tolerance: number): Check {
  const expected = tolerance === 0 ? show(middle) : `${show(middle)} ± ${show(tolerance)}`;
  // Rounding alone (0.6667 ± 0.03) must not decide.
  return { what, expected, measured: show(value), holds: Math.abs(value - middle) <= tolerance + 1e-9 };
}

/** Two texts that must be the same. */
export function same(what: string, expected: string, measured: string): Check {
  return { what, expected, measured, holds: expected === measured };
}

/** Counts as parts of their sum; all zero where nothing was counted. */
export function shareOf(counts: Readonly<Record<string, number>>): Record<string, number> {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return Object.fromEntries(
    Object.entries(counts).map(([name, count]) => [name, total > 0 ? count / total : 0]),
  );
}

/** How often each name occurs; every one of `names` is there, if with 0. */
export function tally(names: readonly string[], seen: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = Object.fromEntries(names.map(name => [name, 0]));
  for (const name of seen) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
