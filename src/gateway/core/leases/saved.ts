import type { Saved } from '../effect.ts';
import { memoryOf } from '../lines/memory-of.ts';
import type { GatewayState } from '../state.ts';
import { leasesOf } from './held-lease.ts';

/** What is to be on disk. */
export function savedOf(state: GatewayState, unreachable: readonly string[]): Saved {
  const { leases } = state;
  const lines = memoryOf(state, unreachable);
  return {
    world: { leases: leasesOf(leases), unreachable },
    held: Object.values(leases),
    ...(lines && { lines }),
  };
}
