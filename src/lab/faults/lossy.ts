import type { FaultAction } from './fault-action.ts';

/** The cable loses packets. */
export const lossy: FaultAction = async ({ isp: { cable } }, { loss = 20 }) => {
  const before = cable.settings().loss;
  cable.change({ loss });
  return async () => cable.change({ loss: before });
};
