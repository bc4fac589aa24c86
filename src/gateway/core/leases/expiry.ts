import type { Effect } from '../effect.ts';
import type { GatewayState } from '../state.ts';
import { because, type Step } from '../transition.ts';
import type { HeldLeases } from './held-lease.ts';

/** Timers of Node count 31 bits. */
const longestMs = 2 ** 31 - 1;

/**
 * Leases whose time is over. A client that holds one says so itself; this is about those that nobody renews: kept from the
 * last start, or of a client that was killed.
 */
export function hearLeasesTimer(state: GatewayState, atMs: number): Step {
  const [over, left] = [expired(state.leases, atMs), unexpired(state.leases, atMs)];
  if (over.length === 0) return { state, effects: [] };
  const reason = `${over.join(' and ')} lost its lease`;
  const said = over.map(
    (name): Effect => ({ kind: 'emit', event: { type: 'lease', atMs, interface: name, lease: undefined } }),
  );
  return because({ ...state, leases: left }, { reason, atMs }, said);
}

const isOver =
  (atMs: number) =>
  ([, { expiresAtMs }]: [string, HeldLeases[string]]): boolean =>
    expiresAtMs <= atMs;

const expired = (held: HeldLeases, atMs: number): readonly string[] =>
  Object.entries(held)
    .filter(isOver(atMs))
    .map(([name]) => name);

const unexpired = (held: HeldLeases, atMs: number): HeldLeases =>
  Object.fromEntries(Object.entries(held).filter(one => !isOver(atMs)(one)));

/** The timer for the lease that ends first, where that has changed, at the start, and after any other. */
export function leasesTimer(
  before: GatewayState,
  after: GatewayState,
  { kind, atMs }: { readonly kind: string; readonly atMs: number },
): Effect[] {
  const endMs = firstEnd(after.leases);
  const isSet = kind !== 'start' && kind !== 'timer' && endMs === firstEnd(before.leases);
  if (endMs === undefined || isSet) return [];
  return [{ kind: 'timer', name: 'leases', afterMs: Math.min(longestMs, Math.max(0, endMs - atMs)) }];
}

const firstEnd = (held: HeldLeases): number | undefined => {
  const ends = Object.values(held).map(({ expiresAtMs }) => expiresAtMs);
  return ends.length === 0 ? undefined : Math.min(...ends);
};
