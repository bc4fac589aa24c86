import type { FaultAction } from './fault-action.ts';

/** Nothing passes the cable behind the ISP's router any more; the router itself answers as before. */
export const blackhole: FaultAction = async ({ isp: { cable } }) => {
  cable.change({ cut: true });
  return async () => cable.change({ cut: false });
};
