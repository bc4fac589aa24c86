/** What happens to a packet in a Router, step by step, and why: the reference interpreter. */
export * from './assumptions.ts';
export type { Connection } from './conntrack/connection.ts';
export { isPrivate } from './ending.ts';
export { explore, type Outcome, type Pick } from './explore.ts';
export type { Watch } from './flight.ts';
export * from './follow.ts';
export { lanInterfaces } from './lan-interfaces.ts';
export { rangeOf, rangesOf } from './match/address.ts';
export * from './packet.ts';
export { type Prepared, prepare, walk } from './prepare.ts';
export { endingText, endText, placeOf, reasonText } from './say/ending.ts';
export * from './say/explain.ts';
export { interfaceNamed, labelOf, nameOf } from './say/labels.ts';
export { packetText } from './say/packet.ts';
export { stepText } from './say/step.ts';
export type { Point, Setup, WalkOptions } from './setup.ts';
export { type Chooser, forget, newState, type WalkState } from './state.ts';
export * from './trace.ts';
