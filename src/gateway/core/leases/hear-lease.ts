import { equal } from '../../../model/index.ts';
import type { CoreEvent } from '../event.ts';
import type { GatewayState } from '../state.ts';
import type { Step } from '../transition.ts';
import { type HeldLease, heldFrom } from './held-lease.ts';
import { usedLeases } from './used.ts';
import { withLeases } from './with-leases.ts';

type Known = Pick<GatewayState, 'leases' | 'earlier'>;

/** A DHCP client reports every renewal; only a lease that differs is news. */
export function hearLease(state: GatewayState, event: Extract<CoreEvent, { readonly kind: 'lease' }>): Step {
  const { interface: name, lease, atMs } = event;
  const known = state.leases[name];
  if (!known && !lease) return { state, effects: [] };
  if (!lease) return withLeases(state, lost(state, name), event);
  const held = heldFrom(lease, atMs);
  const isRenewed = equal(known?.lease, lease);
  return withLeases(state, isRenewed ? renewed(state, name, held) : changed(state, name, held), event);
}

const renewed = ({ leases, earlier }: GatewayState, name: string, held: HeldLease): Known => ({
  leases: { ...leases, [name]: held },
  earlier,
});

/** Another one: what was used before is remembered where this one must not be. */
function changed(state: GatewayState, name: string, held: HeldLease): Known {
  const { [name]: _, ...others } = state.earlier;
  const leases = { ...state.leases, [name]: held };
  const isRefused = usedLeases({ ...state, leases, earlier: others }).leases[name] === undefined;
  const before = usedLeases(state).held[name];
  return { leases, earlier: isRefused && before ? { ...others, [name]: before } : others };
}

/** The end of a lease that was refused leaves the one before it in force. */
function lost(state: GatewayState, name: string): Known {
  const { [name]: gone, ...leases } = state.leases;
  const { [name]: _, ...earlier } = state.earlier;
  const isUsed = usedLeases(state).held[name] === gone;
  return { leases, earlier: isUsed ? earlier : state.earlier };
}
