import { type ConditionCode, conditionKey } from '../conditions/index.ts';
import { activeDefaults, type GatewayState, usedLeases } from '../core/index.ts';
import { lineReplies, type Seen } from './line.ts';
import type { Identity, StatusReply } from './reply.ts';
import { sharingReply } from './sharing.ts';
import { trialReply } from './trial.ts';

/** What a status is made of beside the state. */
export interface StatusBasis extends Seen {
  readonly identity: Identity;
  readonly upMs: number;
  /** Since when conditions are open, by `conditionKey`. */
  readonly openSince: ReadonlyMap<string, string>;
}

/** While one of them is open the kernel does not hold what it should, and forwards nothing. */
const closing: readonly ConditionCode[] = ['gateway/forwarding-closed'];

export function statusReply(state: GatewayState, basis: StatusBasis): StatusReply {
  const { interfaces, unreachable, reached, conditions, seed, scripts } = state;
  return {
    ...basis.identity,
    upMs: basis.upMs,
    forwards: reached !== undefined && !conditions.some(({ code }) => closing.includes(code)),
    lines: lineReplies(state, basis),
    active: reached ? activeDefaults(reached.rib) : [],
    conditions: conditions.map(one => ({ ...one, since: basis.openSince.get(conditionKey(one)) })),
    trial: trialReply(state, basis.nowMs),
    hosts: scripts.hosts.map(({ key, host }) => ({ host, status: scripts.held[key] ?? scripts.found[key] })),
    world: { interfaces, leases: usedLeases(state).leases, unreachable },
    seed,
    sharing: sharingReply(state, basis.nowMs),
  };
}
