import type { Columns } from './columns.ts';
import type { Rates } from './row.ts';

/** A reading and when it was made (CLOCK_MONOTONIC, ms). */
export interface Reading {
  readonly columns: Columns;
  readonly atMs: number;
}

/** What connections carried between two readings, by the kernel's numbers of them. */
export function ratesBetween(before: Reading, now: Reading): Rates {
  const seconds = (now.atMs - before.atMs) / 1000;
  const places = new Map<number, number>();
  for (let at = 0; at < before.columns.count; at++) places.set(before.columns.id[at] ?? 0, at);
  const rates = new Float64Array(2 * now.columns.count).fill(Number.NaN);
  if (seconds <= 0) return rates;
  for (let at = 0; at < now.columns.count; at++) {
    const was = places.get(now.columns.id[at] ?? 0);
    if (was === undefined || !isSame(before.columns, was, now.columns, at)) continue;
    for (const way of [0, 1]) {
      const bytes = grown(before.columns, was, now.columns, at, 4, 2 * way + 1);
      if (bytes >= 0) rates[2 * at + way] = Math.round((8 * bytes) / seconds);
    }
  }
  return rates;
}

const grown = (a: Columns, was: number, b: Columns, at: number, width: number, part: number): number =>
  (b.counts[width * at + part] ?? Number.NaN) - (a.counts[width * was + part] ?? Number.NaN);

/** Two of many may have the same number. */
const isSame = (a: Columns, was: number, b: Columns, at: number): boolean =>
  a.protocol[was] === b.protocol[at] &&
  a.ports[4 * was] === b.ports[4 * at] &&
  a.ports[4 * was + 1] === b.ports[4 * at + 1];
