import type { PathQuality } from './tiphon.ts';

/** One probe: when it was sent (monotonic ms) and its round trip in ms; null where no answer came in time. */
export interface Sample {
  readonly atMs: number;
  readonly rttMs: number | null;
}

/** A stretch without answers. */
export interface Outage {
  readonly lost: number;
  /** From the first lost probe to the first answered one after it; undefined where none was answered any more. */
  readonly lengthMs: number | undefined;
  /** When the first answered probe after it was sent. */
  readonly endedAtMs: number | undefined;
}

/** Delay, jitter (RFC 3393 differences of successive round trips, mean of magnitudes) and loss of a set of probes. */
export function quality(samples: readonly Sample[]): PathQuality {
  const answered = samples.flatMap(({ rttMs }) => (rttMs === null ? [] : [rttMs]));
  const steps = answered.slice(1).map((rtt, index) => Math.abs(rtt - (answered[index] ?? rtt)));
  return {
    delayMs: mean(answered),
    jitterMs: mean(steps),
    lossPct: samples.length === 0 ? 0 : (100 * (samples.length - answered.length)) / samples.length,
  };
}

/** As `quality`, where several targets were pinged in turn: jitter is taken between successive answers of one target. */
export function qualityByTarget(samples: readonly (Sample & { readonly target: string })[]): PathQuality {
  const all = quality(samples);
  const steps = [...new Set(samples.map(({ target }) => target))].flatMap(target => {
    const { jitterMs } = quality(samples.filter(sample => sample.target === target));
    return jitterMs === undefined ? [] : [jitterMs];
  });
  return { ...all, jitterMs: mean(steps) };
}

/** Mean, undefined of nothing. */
export function mean(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Without the probes that may still be answered: sent less than `timeoutMs` before `nowMs`, and not answered yet. */
export function settled<S extends Sample>(
  samples: readonly S[],
  nowMs: number,
  timeoutMs: number,
): readonly S[] {
  return samples.filter(({ atMs, rttMs }) => rttMs !== null || atMs <= nowMs - timeoutMs);
}

/** Probes sent from `fromMs` on and before `toMs`. */
export function between(samples: readonly Sample[], fromMs: number, toMs: number): readonly Sample[] {
  return samples.filter(({ atMs }) => atMs >= fromMs && atMs < toMs);
}

/**
 * When the first probe was sent that a fault can have hit: the first of those that were lost in a row until the fault came,
 * but not more than `longestTripMs` before it; else the moment of the fault. A probe that was on its way belongs to the fault.
 */
export function concernedFrom(samples: readonly Sample[], faultMs: number): number {
  const before = between(samples, faultMs - longestTripMs, faultMs);
  const answered = before.findLastIndex(({ rttMs }) => rttMs !== null);
  return before[answered + 1]?.atMs ?? faultMs;
}

/** As long as probes of the lab wait for their answer. */
const longestTripMs = 2000;

/**
 * What a fault at `faultMs` did to these probes. The outage begins with the first probe that it hit and ends with the first
 * answer that `steady` answers follow without a loss, so that one lucky packet does not end it.
 */
export function outageAfter(samples: readonly Sample[], faultMs: number, steady: number): Outage {
  const fromMs = concernedFrom(samples, faultMs);
  const after = samples.filter(({ atMs }) => atMs >= fromMs);
  const first = after.findIndex(({ rttMs }) => rttMs === null);
  if (first < 0) return { lost: 0, lengthMs: 0, endedAtMs: undefined };
  const end = after.findIndex((_, index) => index > first && isSteady(after, index, steady));
  const lost = after.slice(first, end < 0 ? undefined : end).filter(({ rttMs }) => rttMs === null).length;
  const [from, to] = [after[first]?.atMs ?? fromMs, after[end]?.atMs];
  return { lost, lengthMs: to === undefined ? undefined : to - from, endedAtMs: to };
}

function isSteady(samples: readonly Sample[], from: number, count: number): boolean {
  const run = samples.slice(from, from + count);
  return run.length === count && run.every(({ rttMs }) => rttMs !== null);
}
