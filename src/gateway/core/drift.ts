import { clear, condition, type OpenConditions, raise, replace } from '../conditions/index.ts';
import type { Effect } from './effect.ts';
import type { Applied, CoreEvent } from './event.ts';
import type { Cause, GatewayState } from './state.ts';
import type { Step } from './transition.ts';

/** So long nobody else may have changed anything of ours until that counts as over. */
const quietMs = 60_000;

/**
 * What others did in the causes of a turn that changed something. A change that may be an echo of our own counts only where
 * nothing else asked for the turn.
 */
function othersIn(causes: readonly Cause[], { changes }: Applied): readonly Cause[] {
  if (changes.length === 0) return [];
  const alone = causes.every(({ drift }) => drift !== undefined);
  return causes.filter(({ drift }) => drift === 'by-others' || (alone && drift === 'seen'));
}

/** What somebody else changed and a turn put back is a condition. Changes of our own that echo need nothing put back. */
export function driftConditions(
  open: OpenConditions,
  causes: readonly Cause[],
  applied: Applied,
): OpenConditions {
  const theirs = othersIn(causes, applied);
  if (theirs.length === 0) return open;
  const reason = [...new Set(theirs.map(cause => cause.reason))].join('; ');
  const [change, ...others] = theirs.length === causes.length ? applied.changes : [];
  return raise(open, condition('gateway/changed-by-others', { reason, change, more: others.length }));
}

export const driftTimer = (causes: readonly Cause[], applied: Applied): Effect[] =>
  othersIn(causes, applied).length > 0 ? [{ kind: 'timer', name: 'drift', afterMs: quietMs }] : [];

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

/** Other programs that configure our interfaces, as it is now. */
export function hearManagers(
  state: GatewayState,
  { managers }: Extract<CoreEvent, { readonly kind: 'managers' }>,
): Step {
  const found = managers.map(one => condition('gateway/foreign-manager', one));
  return {
    state: { ...state, conditions: replace(state.conditions, 'gateway/foreign-manager', found) },
    effects: [],
  };
}
