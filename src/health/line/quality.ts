import type { LineCause } from './line-state.ts';
import { quality } from './parameters.ts';

/** Round trips of the latest slow probes, oldest first; undefined: lost. */
export type Samples = readonly (number | undefined)[];

/** What they show. `loss`: share of 1. Means, ms; undefined where none was answered. */
export interface Quality {
  readonly loss: number;
  readonly roundTripMs?: number | undefined;
  /** Difference of neighbours. */
  readonly jitterMs?: number | undefined;
}

export const withSample = (samples: Samples, sample: number | undefined): Samples => [
  ...samples.slice(1 - quality.kept),
  sample,
];

export function qualityOf(samples: Samples): Quality {
  let [answered, trips, steps, before] = [0, 0, 0, 0];
  for (const sample of samples) {
    if (sample === undefined) continue;
    if (answered > 0) steps += Math.abs(sample - before);
    answered++;
    trips += sample;
    before = sample;
  }
  const loss = samples.length === 0 ? 0 : 1 - answered / samples.length;
  if (answered === 0) return { loss };
  return { loss, roundTripMs: trips / answered, jitterMs: answered > 1 ? steps / (answered - 1) : 0 };
}

export type Lack = Extract<LineCause, 'loss' | 'latency' | 'jitter'>;

/** What a line lacks: it takes more to be said than to be taken back. */
export function lackOf(samples: Samples, before: LineCause | undefined): Lack | undefined {
  if (samples.length < quality.enough) return undefined;
  const { loss, roundTripMs = 0, jitterMs = 0 } = qualityOf(samples);
  const is = (lack: Lack, value: number): boolean =>
    value >= (before === lack ? quality[lack].leave : quality[lack].enter);
  if (is('loss', loss)) return 'loss';
  if (is('latency', roundTripMs)) return 'latency';
  return is('jitter', jitterMs) ? 'jitter' : undefined;
}
