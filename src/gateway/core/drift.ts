import { clear, condition, type OpenConditions, raise, replace } from '../conditions/index.ts';
import type { Effect } from './effect.ts';
import type { Applied, CoreEvent } from './event.ts';
import type { Cause, GatewayState } from './state.ts';
import type { Step } from './transition.ts';

/** So long nobody else may have changed anything of ours until that counts as over. */
const quietMs = 60_000;

const isDrift = (causes: readonly Cause[], { changes }: Applied): boolean =>
  changes.length > 0 && causes.length > 0 && causes.every(({ drift }) => drift === true);

/** What somebody else changed and a turn put back is a condition. Changes of our own that echo need nothing put back. */
export function driftConditions(
  open: OpenConditions,
  causes: readonly Cause[],
  applied: Applied,
): OpenConditions {
  const [change = '', ...others] = applied.changes;
  if (!isDrift(causes, applied)) return open;
  const reason = [...new Set(causes.map(cause => cause.reason))].join('; ');
  return raise(open, condition('gateway/changed-by-others', { reason, change, more: others.length }));
}

export const driftTimer = (causes: readonly Cause[], applied: Applied): Effect[] =>
  isDrift(causes, applied) ? [{ kind: 'timer', name: 'drift', afterMs: quietMs }] : [];

/** Nobody has changed anything for a while. */
export const hearQuiet = (state: GatewayState): Step => ({
  state: { ...state, conditions: clear(state.conditions, 'gateway/changed-by-others') },
  effects: [],
});

/** What other tables do to what we forward, as it is now. */
export function hearForeign(
  state: GatewayState,
  { drops }: Extract<CoreEvent, { readonly kind: 'foreign' }>,
): Step {
  const found = drops.map(rule => condition('gateway/foreign-drop', { rule }));
  return {
    state: { ...state, conditions: replace(state.conditions, 'gateway/foreign-drop', found) },
    effects: [],
  };
}
