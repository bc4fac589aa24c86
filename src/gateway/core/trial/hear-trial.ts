import { clear, condition, type OpenConditions, raise } from '../../conditions/index.ts';
import type { Effect } from '../effect.ts';
import type { CoreEvent, RunConfig } from '../event.ts';
import { leaseConditions } from '../leases/index.ts';
import { reason } from '../reasons.ts';
import type { Decision, GatewayState } from '../state.ts';
import { because, type Step } from '../transition.ts';

type Heard<K extends CoreEvent['kind']> = Extract<CoreEvent, { readonly kind: K }>;

const about = ['gateway/unconfirmed', 'gateway/rolled-back', 'gateway/config-refused'] as const;

const settledOf = (open: OpenConditions): OpenConditions =>
  about.reduce<OpenConditions>((conditions, code) => clear(conditions, code), open);

/** What is kept of trials for the next start follows what stays. */
export const settle = ({ config }: Pick<GatewayState, 'config'>): Effect => ({
  kind: 'settleTrial',
  stays: config,
});

/** Another configuration, validated before: for good, or for a time unless it is confirmed. */
export function hearConfig(state: GatewayState, { config, trialMs, saves, atMs }: Heard<'config'>): Step {
  const why = { reason: reason('newConfiguration', { file: config.file }), atMs };
  const next = withConfig(state, config);
  if (trialMs === undefined) return because({ ...next, trial: undefined }, why, [settle(next)]);
  const trial = { previous: state.config, untilMs: atMs + trialMs, ...(saves && { saves }) };
  const facts = { file: config.file, seconds: Math.round(trialMs / 1000) };
  // What could not be written was of an earlier one, and is written with this one.
  const open = clear(next.conditions, 'gateway/effect-failed', 'trial');
  const conditions = raise(open, condition('gateway/unconfirmed', facts));
  const begun = { ...next, conditions, trial, settlesTrial: undefined };
  return because(begun, why, [trialTimer(trialMs)]);
}

const trialTimer = (afterMs: number): Effect => ({ kind: 'timer', name: 'trial', afterMs });

/** With what is to be said of another configuration as such. */
function withConfig(state: GatewayState, config: RunConfig): GatewayState {
  const next = { ...state, config, conditions: settledOf(state.conditions) };
  return { ...next, conditions: leaseConditions(next) };
}

/**
 * The kernel has the decision: if it is that of a configuration on trial, from now on it can be confirmed. Not where nothing is
 * forwarded (`closed`): whoever is at this machine gets in then, and nobody gets out.
 */
export function withTrial(
  state: GatewayState,
  { config }: Decision,
  { atMs, closed }: { readonly atMs: number; readonly closed?: boolean | undefined },
): GatewayState {
  const { trial } = state;
  if (!trial || closed || trial.inForceMs !== undefined || config !== state.config) return state;
  return { ...state, trial: { ...trial, inForceMs: atMs } };
}

/**
 * Nobody has confirmed it: the one before comes back. Before its time, the rest is waited for: Node counts from where its
 * event loop last looked at the clock, so on a busy machine a timer comes early; one of an earlier trial may come too.
 */
export function hearTrialTimer(state: GatewayState, atMs: number): Step {
  const { trial, config } = state;
  if (!trial) return { state, effects: [] };
  if (atMs < trial.untilMs) return { state, effects: [trialTimer(trial.untilMs - atMs)] };
  const facts = { file: config.file, when: 'in-time' } as const;
  const next = withConfig(state, trial.previous);
  const conditions = raise(next.conditions, condition('gateway/rolled-back', facts));
  const why = reason('notConfirmed', { file: config.file });
  return because({ ...next, conditions, trial: undefined }, { reason: why, atMs });
}

/** Somebody takes it back: as if its time were over. */
export function hearTakenBack(state: GatewayState, { atMs }: Heard<'taken-back'>): Step {
  const { trial, config } = state;
  if (!trial) return { state, effects: [] };
  const why = reason('takenBack', { file: config.file });
  return because({ ...withConfig(state, trial.previous), trial: undefined }, { reason: why, atMs });
}

export function hearConfirmed(state: GatewayState): Step {
  const conditions = settledOf(state.conditions);
  return { state: { ...state, conditions, trial: undefined }, effects: [settle(state)] };
}

/** A configuration was not taken: the one in force stays. */
export function hearConfigRefused(state: GatewayState, { file, objection }: Heard<'config-refused'>): Step {
  const conditions = raise(state.conditions, condition('gateway/config-refused', { file, objection }));
  return { state: { ...state, conditions }, effects: [] };
}

/** The gateway was started with one that had not been confirmed: it runs the one before. */
export function hearRolledBack(state: GatewayState, { file }: Heard<'rolled-back'>): Step {
  const conditions = raise(state.conditions, condition('gateway/rolled-back', { file, when: 'at-start' }));
  return { state: { ...state, conditions }, effects: [] };
}
