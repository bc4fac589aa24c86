import type { FaultAction } from './fault-action.ts';

/** The cable takes long, and not always equally long. */
export const slow: FaultAction = async ({ isp: { cable } }, { delay = 400, jitter = 50 }) => {
  const before = cable.settings();
  cable.change({ delay, jitter });
  return async () => cable.change({ delay: before.delay, jitter: before.jitter });
};
