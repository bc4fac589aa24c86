import { longestFades, silence, timeout } from './parameters.ts';

/** What is known of a line's round trips: smoothed, its deviation, and the longest of late. ms; undefined before the first. */
export interface RoundTrips {
  readonly smooth?: number | undefined;
  readonly deviation: number;
  readonly longest: number;
  /** How many there were, without that of the first probe. */
  readonly count: number;
}

export const noRoundTrips: RoundTrips = { deviation: 0, longest: 0, count: 0 };

/** RFC 6298 §2: a quarter and an eighth of each new measurement. */
export function withRoundTrip({ smooth, deviation, longest, count }: RoundTrips, rttMs: number): RoundTrips {
  if (smooth === undefined || count === 0)
    return { smooth: rttMs, deviation: rttMs / 2, longest: rttMs, count: 1 };
  return {
    smooth: smooth + (rttMs - smooth) / 8,
    deviation: deviation + (Math.abs(rttMs - smooth) - deviation) / 4,
    longest: Math.max(rttMs, longest * longestFades),
    count: count + 1,
  };
}

/**
 * A line's first probe waits for what no other does, such as the gateway's hardware address: its round trip stands in until
 * another is known.
 */
export const withFirstTrip = (trips: RoundTrips, rttMs: number): RoundTrips =>
  trips.count > 0 ? trips : { ...withRoundTrip(trips, rttMs), count: 0 };

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
