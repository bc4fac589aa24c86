import type { Tiphon, TiphonIndex } from '../gateway/index.ts';

// ETSI TR 101 329 (TIPHON), as Indonesian studies of networks use it: four classes for each of delay, jitter and loss. Delay is
// there one way; what is measured here is the round trip, which is never less.

const classOf = (value: number, [best, good, medium]: readonly [number, number, number]): TiphonIndex =>
  value < best ? 4 : value < good ? 3 : value < medium ? 2 : 1;

/** Round trip, ms. */
export const delayIndex = (ms: number): TiphonIndex => classOf(ms, [150, 300, 450]);

/** ms; none at all is very good. */
export const jitterIndex = (ms: number): TiphonIndex => (ms === 0 ? 4 : classOf(ms, [0, 75, 125]));

/** 0 to 1. */
export const lossIndex = (loss: number): TiphonIndex => classOf(loss, [0.03, 0.15, 0.25]);

/** Undefined where one of them was not measured. Throughput has no class here: nobody said what a line should carry. */
export function tiphonOf(
  roundTripMs: number | undefined,
  jitterMs: number | undefined,
  loss: number | undefined,
): Tiphon | undefined {
  if (roundTripMs === undefined || jitterMs === undefined || loss === undefined) return undefined;
  const [delay, jitter, lost] = [delayIndex(roundTripMs), jitterIndex(jitterMs), lossIndex(loss)];
  return { delay, jitter, loss: lost, index: (delay + jitter + lost) / 3 };
}
