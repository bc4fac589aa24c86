import { environmentTrouble } from '../../sys/index.ts';
import type { GatewayPort, Traffic } from '../loop/index.ts';
import { type Carried, type Sample, sampleEveryMs, sampler } from './sampler.ts';

/** What lines carry, counted as long as a gateway runs. */
export interface CountedTraffic {
  carried(): Carried;
  /** All that was counted, now. */
  now(): Traffic;
  stop(): void;
}

export function countedTraffic(port: Pick<GatewayPort, 'traffic' | 'nowMs'>): CountedTraffic {
  const samples = sampler();
  const look = (): Sample => ({ atMs: port.nowMs(), ...countsOf(port) });
  samples.add(look());
  const timer = setInterval(() => samples.add(look()), sampleEveryMs);
  timer.unref();
  return {
    now: look,
    carried: () => samples.carried(look()),
    stop: () => clearInterval(timer),
  };
}

/** Nothing where the kernel does not let us look: figures are no reason to fail. */
function countsOf(port: Pick<GatewayPort, 'traffic'>): ReturnType<GatewayPort['traffic']> {
  try {
    return port.traffic();
  } catch (error) {
    if (!environmentTrouble(error)) throw error;
    return { bytes: {}, packets: {}, opened: {} };
  }
}
