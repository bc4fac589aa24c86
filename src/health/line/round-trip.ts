import { longestFades, silence, timeout } from './parameters.ts';

/** What is known of a line's round trips: smoothed, its deviation, and the longest of late. ms; undefined before the first. */
export interface RoundTrips {
  readonly smooth?: number | undefined;
  readonly deviation: number;
  readonly longest: number;
}

export const noRoundTrips: RoundTrips = { deviation: 0, longest: 0 };

/** RFC 6298 §2: a quarter and an eighth of each new measurement. */
export function withRoundTrip({ smooth, deviation, longest }: RoundTrips, rttMs: number): RoundTrips {
  const faded = Math.max(rttMs, longest * longestFades);
  if (smooth === undefined) return { smooth: rttMs, deviation: rttMs / 2, longest: faded };
  return {
    smooth: smooth + (rttMs - smooth) / 8,
    deviation: deviation + (Math.abs(rttMs - smooth) - deviation) / 4,
    longest: faded,
  };
}

/** When a probe counts as missed. */
export function timeoutOf(trips: RoundTrips): number {
  if (trips.smooth === undefined) return timeout.first;
  const wanted = Math.max(expected(trips), trips.longest * timeout.longest);
  return Math.min(timeout.ceiling, Math.max(timeout.floor, wanted));
}

/** How long traffic may stay unanswered; `gapMs`: the longest that was fine of late. */
export function silenceOf(trips: RoundTrips, gapMs: number): number {
  const usual = trips.smooth === undefined ? silence.unknown : expected(trips);
  return Math.min(silence.ceiling, Math.max(silence.floor, usual, gapMs * silence.longest));
}

const expected = ({ smooth = 0, deviation }: RoundTrips): number => smooth + timeout.deviations * deviation;
