import { between, concernedFrom, type Sample } from './samples.ts';

/** A stretch of probes without an answer; the end is when the first answered one after it was sent. */
export interface Gap {
  /** Probes lost in it. */
  readonly lost: number;
  readonly fromMs: number;
  /** Undefined where none was answered any more. */
  readonly toMs: number | undefined;
}

/**
 * A queue that is full loses some probes in a row: a gap is longer than any before the fault, and at least ten. One that
 * begins with the fault has its cause, and three will do.
 */
const leastLost = { atOnce: 3, later: 10 } as const;
const atOnceMs = 100;

/** So many answers in a row separate two gaps; fewer are luck. */
const steady = 10;

/**
 * The gaps that a fault made, in their order; probes that were on their way when it came are in them. Probes must be in the
 * order of sending.
 */
export function gapsAfter(samples: readonly Sample[], faultMs: number): readonly Gap[] {
  const concernedMs = concernedFrom(samples, faultMs);
  const usual = Math.max(0, ...runsOf(between(samples, 0, concernedMs)).map(({ lost }) => lost));
  const isGap = ({ lost, fromMs }: Run): boolean =>
    lost > usual && lost >= leastLost[fromMs < faultMs + atOnceMs ? 'atOnce' : 'later'];
  const runs = runsOf(samples.filter(({ atMs }) => atMs >= concernedMs));
  return joined(runs, runs.findIndex(isGap)).filter(isGap);
}

interface Run extends Gap {
  /** Answers between it and the next one. */
  readonly answered: number;
}

/** Stretches of lost probes. */
function runsOf(samples: readonly Sample[]): Run[] {
  const runs: Run[] = [];
  let at = 0;
  const skip = (lost: boolean): number => {
    const from = at;
    while (at < samples.length && (samples[at]?.rttMs === null) === lost) at++;
    return at - from;
  };
  skip(false);
  while (at < samples.length) {
    const fromMs = samples[at]?.atMs ?? 0;
    const lost = skip(true);
    const toMs = samples[at]?.atMs;
    runs.push({ fromMs, toMs, lost, answered: skip(false) });
  }
  return runs;
}

/** Runs from the first that is a gap on, those that only luck separates as one. */
function joined(runs: readonly Run[], first: number): Run[] {
  const all: Run[] = [];
  for (const run of first < 0 ? [] : runs.slice(first)) {
    const last = all.at(-1);
    if (last && last.answered < steady) {
      all[all.length - 1] = { ...run, fromMs: last.fromMs, lost: last.lost + run.lost };
    } else all.push(run);
  }
  return all;
}
