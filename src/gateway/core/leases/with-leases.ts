import { equal } from '../../../model/index.ts';
import type { Lease } from '../../../rib/index.ts';
import type { Effect } from '../effect.ts';
import { reason } from '../reasons.ts';
import type { GatewayState } from '../state.ts';
import { because, type Step } from '../transition.ts';
import { afterLoss, leaseConditions } from './conditions.ts';
import { savedOf } from './saved.ts';
import { usedLeases } from './used.ts';

/** What a client reported, or the clock. */
interface News {
  readonly atMs: number;
  readonly durationMs?: number | undefined;
}

interface Change {
  readonly interface: string;
  readonly lease: Lease | undefined;
}

/** The state with other leases. Where another one is used than before, that is said and a turn follows; else it is kept. */
export function withLeases(
  before: GatewayState,
  known: Pick<GatewayState, 'leases' | 'earlier'>,
  { atMs, durationMs }: News,
): Step {
  const next = { ...before, ...known };
  const [was, is] = [usedLeases(before).leases, usedLeases(next).leases];
  const changed = [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter(name => !equal(was[name], is[name]))
    .map((name): Change => ({ interface: name, lease: is[name] }));
  const lost = changed.filter(({ lease }) => lease === undefined).map(one => one.interface);
  const state = { ...next, conditions: afterLoss(leaseConditions(next), next, lost, was) };
  if (changed.length === 0) return kept(state);
  const said = changed.map(one => saidOf(one, { atMs, durationMs }));
  return because(state, { reason: changed.map(reasonOf).join('; '), atMs }, said);
}

const reasonOf = ({ interface: name, lease }: Change): string =>
  reason(lease ? 'leased' : 'leaseLost', { name });

const saidOf = ({ interface: name, lease }: Change, { atMs, durationMs }: News): Effect => {
  return { kind: 'emit', event: { type: 'lease', atMs, interface: name, lease, durationMs } };
};

/** Nothing but the time until which it holds: that is kept for the next start. */
function kept(state: GatewayState): Step {
  const saved = savedOf(state, state.unreachable);
  return { state: { ...state, saved }, effects: [{ kind: 'save', ...saved }] };
}
