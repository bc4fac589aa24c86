import { type FirewallRule, type Matcher, placeOf, type Router } from '../../../model/index.ts';
import { printPorts } from '../../../net/index.ts';
import { packetsAimedAt } from '../../../prove/index.ts';
import type { Endpoint, Packet, Prepared, Trace } from '../../../walk/index.ts';
import { walked } from '../trials/expected.ts';

/** Rules that lead what comes from outside to another machine. */
export const forwardsOf = ({ firewall }: Router): readonly FirewallRule[] =>
  firewall.ipv4.nat.filter(
    ({ disabled, action }) => !disabled && (action.kind === 'dst-nat' || action.kind === 'netmap'),
  );

/** `tcp 3389 "remote desktop"`; the statement's place where it says none of these. */
export function nameOfForward({ matchers, comment, origin }: FirewallRule): string {
  const words = [...matchers.flatMap(wordOf), ...(comment === '' ? [] : [`"${comment}"`])];
  return words.length === 0 ? placeOf(origin) : words.join(' ');
}

function wordOf(matcher: Matcher): readonly string[] {
  if (matcher.kind === 'protocol') return [matcher.protocol];
  return matcher.kind === 'dst-port' ? [printPorts(matcher.ports)] : [];
}

/** Classes of packets that are looked at for one rule. */
const mostClasses = 3000;

/** A packet from outside that a rule leads on, by each WAN where there is one. */
export function packetsThrough(prepared: Prepared, rule: FirewallRule): ReadonlyMap<string, Packet> {
  const found = new Map<string, Packet>();
  for (const { packet } of packetsAimedAt(prepared, rule, mostClasses)) {
    const name = packet.in ?? '';
    if (found.has(name) || !prepared.wans.includes(name)) continue;
    if (targetOf(walked(prepared, packet), rule)) found.set(name, packet);
  }
  return found;
}

/** Where a rule leads a packet; undefined: it does not. */
export function targetOf({ steps }: Trace, rule: FirewallRule): Endpoint | undefined {
  const step = steps.find(
    one => one.kind === 'translated' && one.side === 'destination' && one.rule === rule,
  );
  return step?.kind === 'translated' ? step.to : undefined;
}
