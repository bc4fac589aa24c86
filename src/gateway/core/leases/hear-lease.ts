import { equal } from '../../../model/index.ts';
import type { CoreEvent } from '../event.ts';
import type { GatewayState } from '../state.ts';
import { because, type Step } from '../transition.ts';
import { heldFrom } from './held-lease.ts';
import { savedOf } from './saved.ts';

/** A DHCP client reports every renewal; only a lease that differs is news. */
export function hearLease(state: GatewayState, event: Extract<CoreEvent, { readonly kind: 'lease' }>): Step {
  const { interface: name, lease, durationMs, atMs } = event;
  const { [name]: known, ...others } = state.leases;
  if (!known && !lease) return { state, effects: [] };
  const leases = lease ? { ...others, [name]: heldFrom(lease, atMs) } : others;
  if (known && equal(known.lease, lease)) return renewed({ ...state, leases });
  const reason = `${name} ${lease ? 'has a lease' : 'lost its lease'}`;
  const said = { type: 'lease', atMs, interface: name, lease, durationMs } as const;
  return because({ ...state, leases }, { reason, atMs }, [{ kind: 'emit', event: said }]);
}

/** Nothing but the time until which it holds: that is kept for the next start. */
function renewed(state: GatewayState): Step {
  const saved = savedOf(state, state.unreachable);
  return { state: { ...state, saved }, effects: [{ kind: 'save', ...saved }] };
}
