/** What must hold for every packet, in every state of the uplinks; a counter-example where it does not. */
export type { Defect } from './completeness.ts';
export { type InvariantName, invariantNames } from './invariants.ts';
export * from './prove.ts';
export type { Doubt, Violation } from './search.ts';
export type { VerdictKind } from './verdict.ts';
