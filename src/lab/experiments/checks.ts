import type { Check } from './result.ts';

/** Parts of one as per cent with one decimal: 0.6667 → `66.7 %`. */
export const percent = (part: number): string => `${(part * 100).toFixed(1)} %`;

/** `84 ms`, `12.3 s`; `never` where there is no such time. */
export function duration(ms: number | null | undefined): string {
  if (ms === null || ms === undefined) return 'never';
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}

/** A measured number that must not be below `least`. */
export function atLeast(what: string, least: number, value: number, show: (value: number) => string): Check {
  return { what, expected: `at least ${show(least)}`, measured: show(value), holds: value >= least };
}

/** A measured number that must not be above `most`. */
export function atMost(what: string, most: number, value: number, show: (value: number) => string): Check {
  return { what, expected: `at most ${show(most)}`, measured: show(value), holds: value <= most };
}

/** A measured number that must lie around `middle`. */
export function around(
  what: string,
  middle: number,
  tolerance: number,
  value: number,
  show: (value: number) => string,
): Check {
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
