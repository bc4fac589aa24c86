import type { FirewallRule, Matcher, MatcherKind } from '../../../model/index.ts';
import type { LinuxContext } from '../context.ts';
import { both, isRefused, type Refusal } from './condition.ts';
import { matcherCondition } from './match.ts';
import { inOrder } from './order.ts';
import { fixedProtocol, portKeyword } from './protocol.ts';

/** All matchers together as disjoint alternatives, or the first one that nft cannot say. */
export function conjunction(
  context: LinuxContext,
  rule: FirewallRule,
  matchers: readonly Matcher[],
): readonly string[] | Refusal {
  let alternatives: readonly string[] = [''];
  for (const matcher of inOrder(matchers.filter(matcher => !isImplied(rule, matcher)))) {
    const condition = matcherCondition(context, rule, matcher);
    if (isRefused(condition)) return condition;
    alternatives = both(alternatives, condition);
  }
  return alternatives;
}

/** `tcp dport 80` says that it is TCP: the protocol need not be tested before it. */
function isImplied(rule: FirewallRule, { kind, negated }: Matcher): boolean {
  if (kind !== 'protocol' || negated || portKeyword(fixedProtocol(rule)) === undefined) return false;
  return rule.matchers.some(other => portKinds.includes(other.kind));
}

const portKinds: readonly MatcherKind[] = ['src-port', 'dst-port', 'port'];
