import type { Saved } from '../effect.ts';
import type { GatewayState } from '../state.ts';
import { leasesOf } from './held-lease.ts';

/** What is to be on disk. */
export const savedOf = ({ leases }: GatewayState, unreachable: readonly string[]): Saved => ({
  world: { leases: leasesOf(leases), unreachable },
  held: Object.values(leases),
});
