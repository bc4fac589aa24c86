import type { Traffic } from '../loop/index.ts';

/** What lines carried lately. */
export interface Carried {
  /** bit/s, over the last seconds. */
  readonly rates: Readonly<Record<string, { readonly receivedBps: number; readonly sentBps: number }>>;
  /** Connections that were opened by each line, by its number, over `overMs`. */
  readonly opened: Readonly<Record<number, number>>;
  readonly overMs: number;
}

/** What was counted until a moment (CLOCK_MONOTONIC). */
export interface Sample extends Traffic {
  readonly atMs: number;
}

/** Samples of the last minutes, taken now and then: a rate needs two. */
export interface Sampler {
  add(sample: Sample): void;
  carried(now: Sample): Carried;
  /** The one that rates of the last seconds begin with; the same where there is no other. */
  before(now: Sample): Sample;
}

export const sampleEveryMs = 10_000;
/** Five minutes. */
const kept = 30;

export function sampler(): Sampler {
  const samples: Sample[] = [];
  // The last one may be a moment old only, which would show bursts.
  const before = (now: Sample): Sample =>
    samples.findLast(({ atMs }) => now.atMs - atMs >= sampleEveryMs / 2) ?? samples[0] ?? now;
  return {
    before,
    add(sample) {
      samples.push(sample);
      if (samples.length > kept) samples.shift();
    },
    carried(now) {
      const [oldest = now] = samples;
      return {
        rates: ratesBetween(before(now), now),
        opened: openedSince(samples, now),
        overMs: now.atMs - oldest.atMs,
      };
    },
  };
}

function ratesBetween(before: Sample, now: Sample): Carried['rates'] {
  const seconds = (now.atMs - before.atMs) / 1000;
  if (seconds <= 0) return {};
  const rates = Object.entries(now.bytes).flatMap(([name, { received, sent }]) => {
    const was = before.bytes[name];
    // An interface that was made anew counts from 0.
    if (!was || received < was.received || sent < was.sent) return [];
    const bps = (bytes: number): number => Math.round((bytes * 8) / seconds);
    const rate = { receivedBps: bps(received - was.received), sentBps: bps(sent - was.sent) };
    return [[name, rate] as const];
  });
  return Object.fromEntries(rates);
}

/** Added up from sample to sample: a table that is loaded anew counts from 0. */
function openedSince(samples: readonly Sample[], now: Sample): Readonly<Record<number, number>> {
  const sums: Record<number, number> = {};
  const all = [...samples, now];
  for (const [i, { opened }] of all.entries()) {
    const before = all[i - 1]?.opened;
    if (!before) continue;
    for (const [number, count] of Object.entries(opened)) {
      const was = before[Number(number)] ?? 0;
      sums[Number(number)] = (sums[Number(number)] ?? 0) + (count >= was ? count - was : count);
    }
  }
  return sums;
}
