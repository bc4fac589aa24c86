import { equal } from '../../model/index.ts';
import type { CoreEvent } from './event.ts';
import { reason } from './reasons.ts';
import type { GatewayState } from './state.ts';
import { because, type Step } from './transition.ts';

type Heard<K extends CoreEvent['kind']> = Extract<CoreEvent, { readonly kind: K }>;

const nothing = (state: GatewayState): Step => ({ state, effects: [] });

/** A verdict on a gateway; one about a check that is not under watch any more comes too late. */
export function hearProbe(state: GatewayState, event: Heard<'probe'>): Step {
  const { check, reachable, silentMs, atMs } = event;
  const { key, address, interface: name } = check;
  if (!state.checks.some(known => equal(known, check))) return nothing(state);
  const others = state.unreachable.filter(one => one !== key);
  const unreachable = reachable ? others : [...others, key];
  const why = reason(reachable ? 'answers' : 'silent', { address, name });
  const said = { type: 'check', atMs, key, address, interface: name, reachable, silentMs } as const;
  return because(
    { ...state, unreachable },
    { reason: why, atMs, ...(!reachable && { evidence: { silentMs } }) },
    [{ kind: 'emit', event: said }],
  );
}
