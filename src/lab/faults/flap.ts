import { sleep } from '../../sys/index.ts';
import { setCarrier } from './carrier.ts';
import type { FaultAction } from './fault-action.ts';

/** Without options: how long the carrier is away and there, how often, and in all. */
const usual = { downMs: 1000, upMs: 1000, times: 5 } as const;
export const flapMs = usual.times * (usual.downMs + usual.upMs) - usual.upMs;

/** The carrier goes at once, and comes and goes again; after the last time it stays. */
export const flap: FaultAction = async ({ isp }, options) => {
  const { downMs = usual.downMs, upMs = usual.upMs, times = usual.times } = options;
  let wanted = true;
  const swing = async () => {
    for (let time = 1; wanted && time <= times; time++) {
      setCarrier(isp, false);
      await sleep(downMs);
      setCarrier(isp, true);
      if (time < times) await sleep(upMs);
    }
  };
  const swinging = swing();
  swinging.catch(() => {}); // a lab that goes down meanwhile takes the port with it; `repair` still reports it
  return async () => {
    wanted = false;
    await swinging;
    setCarrier(isp, true);
  };
};
