import { environmentTrouble } from '../../sys/index.ts';
import type { GatewayPort } from '../loop/index.ts';
import type { PassedRates } from '../replies/network-reply.ts';
import { passedRates } from './passed-rates.ts';
import { type Carried, type Sample, sampleEveryMs, sampler } from './sampler.ts';

/** What was counted until a moment, and what that says of the last minutes. */
export interface TrafficLook {
  readonly now: Sample;
  readonly carried: Carried;
}

/** Hears of each second for as long as it wants to. */
export interface SecondListener {
  readonly isWanted: () => boolean;
  readonly hear: (look: TrafficLook) => void;
}

/** What lines carry, counted as long as a gateway runs. */
export interface CountedTraffic {
  look(): TrafficLook;
  /** Per second over the last seconds, of an interface. */
  rates(): (name: string) => PassedRates | undefined;
  /** The kernel is read once for all who listen, and not where nobody wants to know. */
  everySecond(listener: SecondListener): { stop(): void };
  stop(): void;
}

const everyMs = 1000;

export function countedTraffic(port: Pick<GatewayPort, 'traffic' | 'nowMs'>): CountedTraffic {
  const samples = sampler();
  const listeners = new Set<SecondListener>();
  const read = (): Sample => ({ atMs: port.nowMs(), ...countsOf(port) });
  let sampledMs = Number.NEGATIVE_INFINITY;
  const keep = (now: Sample): void => {
    samples.add(now);
    sampledMs = now.atMs;
  };
  keep(read());
  const timer = setInterval(() => {
    // Timers are late by some ms, and late ones must not add up.
    const isDue = port.nowMs() - sampledMs >= sampleEveryMs - everyMs / 2;
    const wanting = [...listeners].filter(({ isWanted }) => isWanted());
    if (!isDue && wanting.length === 0) return;
    const now = read();
    if (isDue) keep(now);
    if (wanting.length === 0) return;
    const look = { now, carried: samples.carried(now) };
    for (const { hear } of wanting) hear(look);
  }, everyMs);
  timer.unref();
  return {
    look() {
      const now = read();
      return { now, carried: samples.carried(now) };
    },
    rates() {
      const now = read();
      const before = samples.before(now);
      return name => passedRates(before, now, name);
    },
    everySecond(listener) {
      listeners.add(listener);
      return { stop: () => void listeners.delete(listener) };
    },
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
