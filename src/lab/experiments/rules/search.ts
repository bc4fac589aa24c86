import { type FirewallRule, placeOf, type Router, rulesOf } from '../../../model/index.ts';
import { type Direction, packetsAimedAt, somePacketClasses, spreadOver } from '../../../prove/index.ts';
import { monotonicMs } from '../../../sys/index.ts';
import { type Packet, type Trace, tcpFlagBits } from '../../../walk/index.ts';
import { walked } from '../trials/expected.ts';
import type { Reading } from '../trials/reading.ts';

const blocking: ReadonlySet<string> = new Set(['drop', 'reject', 'tarpit']);

/** Rules of the filter that drop or reject, and those that accept in a chain that what is for the router comes to. */
export function triableRules(router: Router): readonly FirewallRule[] {
  const inward = reachedFrom(router, 'input');
  const passing = reachedFrom(router, 'forward');
  return filterOf(router).filter(({ chain, action: { kind } }) => {
    if (kind === 'accept') return inward.has(chain);
    return blocking.has(kind) && (inward.has(chain) || passing.has(chain));
  });
}

const filterOf = (router: Router): readonly FirewallRule[] =>
  rulesOf(router, 'ipv4').filter(({ table, disabled }) => table === 'filter' && !disabled);

/** Chains to which jumps lead from one of the filter's own. */
function reachedFrom(router: Router, chain: string): ReadonlySet<string> {
  const chains = new Set([chain]);
  for (const name of chains) {
    for (const { chain: from, action } of filterOf(router)) {
      if (from === name && action.kind === 'jump') chains.add(action.target);
    }
  }
  return chains;
}

/** Which rule of the filter decides over a packet that comes from `wans` or inside; undefined: none that is tried. */
export function decidedBy(
  { ending, steps, packet }: Trace,
  wans: readonly string[],
): FirewallRule | undefined {
  if (ending.kind === 'dropped' || ending.kind === 'rejected') return ending.rule;
  if (ending.kind !== 'delivered' || !wans.includes(packet.in ?? '')) return undefined;
  const last = steps.findLast(step => step.kind === 'rule' && step.rule.table === 'filter');
  return last?.kind === 'rule' && last.rule.action.kind === 'accept' ? last.rule : undefined;
}

/** So many rules are tried; of more, a sample from all over. */
const mostRules = 60;
/** Classes of packets that are looked at: aimed at one rule, and of any kind for those that none of them came to. */
const mostClasses = { aimed: 600, any: 20_000 } as const;
const mostMs = 5000;

/** A packet for each rule, as far as one is found that can be sent. */
export interface Found {
  readonly sample: readonly FirewallRule[];
  readonly packets: ReadonlyMap<FirewallRule, Packet>;
}

/**
 * Looks for first packets over which the rules decide, among those that come in where `canSend` says; for preference such
 * over which they decide on RouterOS as well.
 */
export function searchPackets(
  { linux: prepared, routeros }: Pick<Reading, 'linux' | 'routeros'>,
  wans: readonly string[],
  canSend: (port: string) => boolean,
): Found {
  const sample = spreadOver(triableRules(prepared.router), mostRules);
  const waiting = new Set(sample);
  const packets = new Map<FirewallRule, Packet>();
  const others = new Map<FirewallRule, Packet>();
  const until = monotonicMs() + mostMs;
  const look = (packet: Packet): void => {
    for (const one of variantsOf(packet)) {
      const rule = decidedBy(walked(prepared, one), wans);
      if (!rule || !waiting.has(rule)) continue;
      const same = decidedBy(walked(routeros, one), wans);
      if (same && placeOf(same.origin) === placeOf(rule.origin)) {
        waiting.delete(rule);
        packets.set(rule, one);
      } else if (!others.has(rule)) others.set(rule, one);
    }
  };
  const lookAt = (classes: readonly { readonly packet: Packet }[]): void => {
    for (const { packet } of classes) {
      if (waiting.size === 0 || monotonicMs() > until) return;
      if (canSend(packet.in ?? '')) look(packet);
    }
  };
  for (const rule of sample) if (waiting.has(rule)) lookAt(packetsAimedAt(prepared, rule, mostClasses.aimed));
  if (waiting.size > 0) lookAt(somePacketClasses(prepared, mostClasses.any, comesIn).classes);
  return { sample, packets: new Map([...others, ...packets]) };
}

const comesIn = (direction: Direction): boolean => !direction.startsWith('router-');

/** As it is, and as a reset of no connection: what rules for invalid packets are about. */
const variantsOf = (packet: Packet): readonly Packet[] =>
  packet.protocol === 6 ? [packet, { ...packet, tcpFlags: tcpFlagBits.rst }] : [packet];
