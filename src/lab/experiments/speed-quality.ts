import { type PingSample, qualityByTarget, tiphon } from '../traffic/index.ts';
import type { Judged } from './speed-data.ts';

/** Delay, jitter and loss of pings, with their TIPHON marks. */
export function judgedPings(samples: readonly PingSample[]): Judged {
  const path = qualityByTarget(samples);
  return { ...path, tiphon: tiphon(path) };
}
