import { setTimeout as wait } from 'node:timers/promises';
import { setCarrier } from './carrier.ts';
import type { FaultOptions } from './fault.ts';
import type { FaultAction } from './fault-action.ts';

/** Without options: how long the carrier is away and there, and how often. */
const usual = { downMs: 1000, upMs: 1000, times: 5 } as const;

/** How long all of it takes; afterwards the carrier stays. */
export function flapLasts(options: FaultOptions = {}): number {
  const { downMs = usual.downMs, upMs = usual.upMs, times = usual.times } = options;
  return times * (downMs + upMs) - upMs;
}

export const flapMs = flapLasts();

/** The carrier goes at once, and comes and goes again; after the last time it stays. */
export const flap: FaultAction = async ({ isp }, options) => {
  const { downMs = usual.downMs, upMs = usual.upMs, times = usual.times } = options;
  const stop = new AbortController();
  const pause = (ms: number): Promise<unknown> => wait(ms, undefined, stop).catch(() => {});
  const swing = async () => {
    for (let time = 1; !stop.signal.aborted && time <= times; time++) {
      setCarrier(isp, false);
      await pause(downMs);
      setCarrier(isp, true);
      if (time < times) await pause(upMs);
    }
  };
  const swinging = swing();
  swinging.catch(() => {}); // a lab that goes down meanwhile takes the port with it; `repair` still reports it
  return async () => {
    stop.abort();
    await swinging;
    setCarrier(isp, true);
  };
};
