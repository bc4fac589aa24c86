import { type BesideKernel, clear, condition, raise, replace } from '../conditions/index.ts';
import type { CoreEvent, ServiceState, TimerName } from './event.ts';
import type { GatewayState } from './state.ts';
import { retry, type Step } from './transition.ts';

type Heard<K extends CoreEvent['kind']> = Extract<CoreEvent, { readonly kind: K }>;

/** Probes of a check cannot be sent, or can be sent again. */
export function hearProbeSending(state: GatewayState, { key, error }: Heard<'probe-sending'>): Step {
  const conditions =
    error === undefined
      ? clear(state.conditions, 'gateway/probe-failed', key)
      : raise(state.conditions, condition('gateway/probe-failed', { check: key, error }));
  return { state: { ...state, conditions }, effects: [] };
}

export function hearService(state: GatewayState, { name, state: now }: Heard<'service'>): Step {
  return { state: { ...state, conditions: afterService(state, name, now) }, effects: [] };
}

function afterService({ conditions }: GatewayState, service: string, now: ServiceState) {
  if (now.kind !== 'died') return clear(conditions, 'gateway/service-died', service);
  const { said, againMs } = now;
  return raise(conditions, condition('gateway/service-died', { service, said, againMs }));
}

/** What has to be asked for again; connections are removed and moved once. */
const again: Readonly<Record<BesideKernel, Partial<GatewayState>>> = {
  services: { services: undefined },
  save: { saved: undefined },
  trial: { settlesTrial: true },
  forced: { savedForced: undefined },
  connections: {},
  flows: {},
};

/** Connections that should have ended are of the past after so long, ended or not: that it failed is no news any more. */
const pastMs = 3_600_000;

const pastTimers: Partial<Record<BesideKernel, TimerName>> = {
  connections: 'past-connections',
  flows: 'past-flows',
};

/** What failed once, and is not asked for again, was long enough ago. */
export const hearPast =
  (effect: BesideKernel) =>
  (state: GatewayState): Step => ({
    state: { ...state, conditions: clear(state.conditions, 'gateway/effect-failed', effect) },
    effects: [],
  });

/** Work beside the kernel is done, or failed: then it is asked for again with the next turn. */
export function hearPerformed(state: GatewayState, { effect, error }: Heard<'performed'>): Step {
  if (!error) return hearPast(effect)(state);
  const conditions = raise(state.conditions, condition('gateway/effect-failed', { effect, ...error }));
  const past = pastTimers[effect];
  return {
    state: { ...state, ...again[effect], conditions },
    effects: [past === undefined ? retry : { kind: 'timer', name: past, afterMs: pastMs }],
  };
}

/** What is wrong with the journal, as it is now. */
export function hearJournal(state: GatewayState, { troubles }: Heard<'journal'>): Step {
  const found = troubles.map(one => condition('gateway/journal', one));
  return {
    state: { ...state, conditions: replace(state.conditions, 'gateway/journal', found) },
    effects: [],
  };
}

/** What is wrong with notifications, as it is now. */
export function hearNotify(state: GatewayState, { troubles }: Heard<'notify'>): Step {
  const found = troubles.map(one => condition('gateway/notify-failed', one));
  return {
    state: { ...state, conditions: replace(state.conditions, 'gateway/notify-failed', found) },
    effects: [],
  };
}
