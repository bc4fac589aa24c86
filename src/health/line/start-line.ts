import { nothingLearned } from './faded.ts';
import { decidingOf } from './judges.ts';
import type { LineWatch } from './line-watch.ts';
import type { LineMachine, TargetState } from './machine.ts';
import { noRoundTrips } from './round-trip.ts';

const unasked: TargetState = {
  heard: false,
  misses: 0,
  silent: false,
  askedMs: Number.NEGATIVE_INFINITY,
};

/** A line of which nothing is known; `before`: what was known of it under another watch. */
export function startLine(watch: LineWatch, nowMs: number, before?: LineMachine): LineMachine {
  const never = Number.NEGATIVE_INFINITY;
  const known = watch.targets.map(({ key }) => [key, before?.targets[key] ?? unasked] as const);
  const targets = Object.fromEntries(known);
  return {
    watch,
    phase: { kind: 'calm' },
    seq: 0,
    slow: 0,
    slowMs: nowMs - watch.slowMs,
    pending: [],
    trips: noRoundTrips,
    samples: [],
    sampled: 0,
    traffic: { inMs: never, outMs: never, gap: nothingLearned, armed: false },
    lookedMs: nowMs,
    outage: nothingLearned,
    falls: [],
    verdict: { status: 'unknown', silent: [] },
    ...before,
    ...(before && { watch, pending: [] }),
    ...{ targets, deciding: decidingOf(watch, targets) },
  };
}
