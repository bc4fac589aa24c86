import type { Effect } from '../effect.ts';
import type { GatewayState } from '../state.ts';
import type { Step } from '../transition.ts';
import type { HeldLease, HeldLeases } from './held-lease.ts';
import { withLeases } from './with-leases.ts';

/** Timers of Node count 31 bits. */
const longestMs = 2 ** 31 - 1;

/**
 * Leases whose time is over. A client that holds one says so itself; this is about those that nobody renews: kept from the
 * last start, of a client that was killed, or in force in place of one that was refused.
 */
export function hearLeasesTimer(state: GatewayState, atMs: number): Step {
  const [leases, earlier] = [unexpired(state.leases, atMs), unexpired(state.earlier, atMs)];
  const isOver = allOf({ leases, earlier }).length < allOf(state).length;
  return isOver ? withLeases(state, { leases, earlier }, { atMs }) : { state, effects: [] };
}

const unexpired = (held: HeldLeases, atMs: number): HeldLeases =>
  Object.fromEntries(Object.entries(held).filter(([, { expiresAtMs }]) => expiresAtMs > atMs));

/** The timer for the lease that ends first, where that has changed, at the start, and after any other. */
export function leasesTimer(
  before: GatewayState,
  after: GatewayState,
  { kind, atMs }: { readonly kind: string; readonly atMs: number },
): Effect[] {
  const endMs = firstEnd(after);
  const isSet = kind !== 'start' && kind !== 'timer' && endMs === firstEnd(before);
  if (endMs === undefined || isSet) return [];
  return [{ kind: 'timer', name: 'leases', afterMs: Math.min(longestMs, Math.max(0, endMs - atMs)) }];
}

const allOf = ({ leases, earlier }: Pick<GatewayState, 'leases' | 'earlier'>): readonly HeldLease[] => [
  ...Object.values(leases),
  ...Object.values(earlier),
];

const firstEnd = (state: GatewayState): number | undefined => {
  const ends = allOf(state).map(({ expiresAtMs }) => expiresAtMs);
  return ends.length === 0 ? undefined : Math.min(...ends);
};
