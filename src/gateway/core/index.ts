/** The gateway's decisions: (state, event) → (state, effects), pure. */
export { activeDefaults } from './active.ts';
export { type Draft, draft } from './decide.ts';
export * from './effect.ts';
export * from './event.ts';
export * from './gateway-event.ts';
export { type HeldLease, usedLeases } from './leases/index.ts';
export { atPace } from './lines/index.ts';
export type { LineMemory } from './lines/line-memory.ts';
export type { LineState } from './lines/line-state.ts';
export { lineCauses, movesIn, reason, reasonIn } from './reasons.ts';
export { sharingInForce } from './shares/in-force.ts';
export { followsLines, type KeptShares } from './shares/index.ts';
export { type GatewayState, initialState } from './state.ts';
export { statedRate } from './stated-rate.ts';
export { step } from './step.ts';
export { type ConfirmJudgement, judgeConfirm } from './trial/judge.ts';
export { waitingLines } from './waiting.ts';
