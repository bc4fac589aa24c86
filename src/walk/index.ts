/** What happens to a packet in a Router, step by step, and why: the reference interpreter. */
export type { Connection } from './connection.ts';
export { isPrivate } from './ending.ts';
export * from './explain.ts';
export { explore, type Outcome, type Pick } from './explore.ts';
export type { Watch } from './flight.ts';
export { interfaceNamed, labelOf, nameOf } from './labels.ts';
export * from './packet.ts';
export { type Prepared, prepare, walk } from './prepare.ts';
export type { Defect } from './prove/completeness.ts';
export type { InvariantName } from './prove/invariants.ts';
export * from './prove/prove.ts';
export { endingText, endText, placeOf, reasonText } from './say-ending.ts';
export { stepText } from './say-step.ts';
export type { Engine, Point, WalkOptions } from './setup.ts';
export { type Chooser, forget, newState, type WalkState } from './state.ts';
export * from './trace.ts';
export * from './world.ts';
