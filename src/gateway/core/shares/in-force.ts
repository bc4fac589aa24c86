import type { SharingInForce } from '../../../compile/index.ts';
import type { GatewayState } from '../state.ts';

/** For commands that say what this gateway does; undefined where PCC divides. */
export function sharingInForce({ reached }: Pick<GatewayState, 'reached'>): SharingInForce | undefined {
  const { shares = [], weights, config } = reached ?? {};
  if (shares.length === 0) return undefined;
  const before = shares.map(({ name, home }) => ({ name, home }));
  const balance = config?.balance === 'adaptive' ? 'adaptive' : 'buckets';
  return { balance, before, ...(weights && { weights }) };
}
