import { type BesideKernel, clear, condition, raise, replace } from '../conditions/index.ts';
import type { CoreEvent, ServiceState } from './event.ts';
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

/** Work beside the kernel is done, or failed: then it is asked for again with the next turn. */
export function hearPerformed(state: GatewayState, { effect, error }: Heard<'performed'>): Step {
  if (!error) {
    return {
      state: { ...state, conditions: clear(state.conditions, 'gateway/effect-failed', effect) },
      effects: [],
    };
  }
  const conditions = raise(state.conditions, condition('gateway/effect-failed', { effect, ...error }));
  return {
    state: { ...state, ...again[effect], conditions },
    effects: effect === 'connections' || effect === 'flows' ? [] : [retry],
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
