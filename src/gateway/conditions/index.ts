/** Trouble that lasts: every condition with its code, text, advice and what clears it. */
export * from './condition.ts';
export type { BesideKernel } from './effect-failed.ts';
export type { Trouble } from './entry.ts';
export * from './open-conditions.ts';
export { type ConditionCode, conditions, type FactsOf } from './registry.ts';
