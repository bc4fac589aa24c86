import { cheapestFirst, type FirewallRule, type Matcher, type MatcherKind } from '../../model/index.ts';
import { protocolNumber } from '../../net/index.ts';
import type { LinuxContext } from '../context.ts';
import { both, isRefused, type Refusal } from './condition.ts';
import { matcherCondition } from './matchers/index.ts';
import { fixedProtocol, portKeyword } from './protocol.ts';

/** All matchers together as disjoint alternatives, or the first one that nft cannot say. */
export function conjunction(
  context: LinuxContext,
  rule: FirewallRule,
  matchers: readonly Matcher[],
): readonly string[] | Refusal {
  let alternatives: readonly string[] = [''];
  for (const matcher of cheapestFirst(matchers.filter(matcher => !isImplied(rule, matcher)))) {
    const condition = contradiction(rule, matcher) ?? matcherCondition(context, rule, matcher);
    if (isRefused(condition)) return condition;
    alternatives = both(alternatives, condition);
  }
  return alternatives;
}

/** Protocols that alone have what these conditions read. */
const readsOnly: Partial<Record<MatcherKind, string>> = {
  'tcp-flags': 'tcp',
  'tcp-mss': 'tcp',
  'icmp-options': 'icmp',
};

/** `protocol=tcp icmp-options=8`: matches nothing on RouterOS, and nft refuses the whole table for it. */
function contradiction(rule: FirewallRule, { kind }: Matcher): Refusal | undefined {
  const needed = readsOnly[kind];
  const number = needed === undefined ? undefined : protocolNumber(needed);
  const stated = rule.matchers.filter(other => other.kind === 'protocol');
  const wrong = stated.some(({ protocol, negated }) => (protocolNumber(protocol) === number) === negated);
  return number !== undefined && wrong
    ? { refused: `${kind} with another protocol than ${needed}` }
    : undefined;
}

/** `tcp dport 80` says that it is TCP: the protocol need not be tested before it. */
function isImplied(rule: FirewallRule, { kind, negated }: Matcher): boolean {
  if (kind !== 'protocol' || negated || portKeyword(fixedProtocol(rule)) === undefined) return false;
  return rule.matchers.some(other => portKinds.includes(other.kind));
}

const portKinds: readonly MatcherKind[] = ['src-port', 'dst-port', 'port'];
