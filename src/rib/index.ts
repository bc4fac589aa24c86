/** Deciding, not measuring: which routes are active and why, and what has to be probed for that. */
export type { LeaseRoutes } from './candidate.ts';
export type { CheckTiming } from './check.ts';
export { routeFlags } from './flags.ts';
export * from './leases/index.ts';
export { Networks } from './networks.ts';
export * from './print.ts';
export * from './rib.ts';
export * from './rib-route.ts';
export { whyText } from './say.ts';
export type { Why } from './why.ts';
export * from './world/index.ts';
