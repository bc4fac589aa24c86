import type { Saved } from '../effect.ts';
import { memoryOf } from '../lines/memory-of.ts';
import { sharingInForce } from '../shares/in-force.ts';
import { keptShares } from '../shares/kept-shares.ts';
import type { GatewayState } from '../state.ts';
import { usedLeases } from './used.ts';

/** What is to be on disk. */
export function savedOf(state: GatewayState, unreachable: readonly string[]): Saved {
  const { leases, held } = usedLeases(state);
  const lines = memoryOf(state, unreachable);
  const shares = keptShares(state);
  const kept = { ...(lines && { lines }), ...(shares && { shares }) };
  const sharing = sharingInForce(state);
  const world = { leases, unreachable, ...(sharing && { sharing }) };
  return { world, held: Object.values(held), ...kept };
}
