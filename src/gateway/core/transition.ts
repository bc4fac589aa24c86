import type { Effect } from './effect.ts';
import type { Cause, GatewayState } from './state.ts';

/** What a step makes of a state: the next one, and what is to be done. */
export interface Step {
  readonly state: GatewayState;
  readonly effects: readonly Effect[];
}

/** When to try again what failed. */
export const retry = { kind: 'timer', name: 'retry', afterMs: 1000 } as const satisfies Effect;

/** The state with one more cause for a turn. */
export function because(
  state: GatewayState,
  { reason, atMs, drift, evidence }: Cause,
  effects: readonly Effect[] = [],
): Step {
  const cause = { reason, atMs, ...(drift && { drift }), ...(evidence && { evidence }) };
  return { state: { ...state, pending: [...state.pending, cause] }, effects };
}
