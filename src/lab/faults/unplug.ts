import { setCarrier } from './carrier.ts';
import type { FaultAction } from './fault-action.ts';

/** The router's port loses its carrier. */
export const unplug: FaultAction = async ({ isp }) => {
  setCarrier(isp, false);
  return async () => setCarrier(isp, true);
};
