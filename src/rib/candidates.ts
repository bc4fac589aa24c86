import type { Router } from '../model/index.ts';
import type { Candidate, LeaseRoutes } from './candidate.ts';
import { connectedCandidates } from './candidate-connected.ts';
import { dhcpCandidates, dialledCandidates } from './candidate-dynamic.ts';
import { staticCandidates } from './candidate-static.ts';
import type { World } from './world/world.ts';

/** All candidates in the order RouterOS lists them: static ones as written, then dynamic, then connected. */
export function candidatesOf(router: Router, world: World, leaseRoutes: LeaseRoutes): Candidate[] {
  return [
    ...staticCandidates(router, world, leaseRoutes),
    ...dialledCandidates(router),
    ...dhcpCandidates(router, world),
    ...connectedCandidates(router, world),
  ];
}
