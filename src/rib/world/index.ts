/** The World: links and what carries them, addresses, leases, what answers; and how it is assumed. */
export { portsTakenForGranted, withAssumedPorts, withPorts } from './addresses/index.ts';
export * from './assumed.ts';
export { assumedLeases } from './assumed-leases.ts';
export type { WorldAssumption } from './assumption.ts';
export { carriersOf } from './links.ts';
export { assumptionText, type Known, knownText } from './say.ts';
export * from './settled.ts';
export * from './situation.ts';
export { usualNetwork } from './usual-networks.ts';
export { canariesOf, isHostOutside, publicResolvers } from './wan-gateways.ts';
export * from './world.ts';
