import {
  cheapestFirst,
  type FirewallRule,
  type Matcher,
  matcherTraits,
  protocolsWith,
} from '../../model/index.ts';
import { portProtocols, protocolName, protocolNumber } from '../../net/index.ts';
import type { Said } from '../../text/index.ts';
import type { LinuxContext } from '../context.ts';
import { both, isRefused, type Refusal } from './condition.ts';
import { matcherCondition } from './matchers/index.ts';
import { fixedProtocol, portKeyword } from './protocol.ts';

/** All matchers together as disjoint alternatives, or the first one that nft cannot express. */
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

/** `protocol=tcp icmp-options=8`: matches nothing on RouterOS, and nft refuses the whole table for it. */
function contradiction(rule: FirewallRule, { kind }: Matcher): Refusal | undefined {
  const protocols = protocolsWith(kind, rule.family);
  const stated = rule.matchers.filter(other => other.kind === 'protocol');
  const isLeft = (number: number) =>
    stated.every(({ protocol, negated }) => (protocolNumber(protocol) === number) !== negated);
  return protocols?.some(isLeft) === false
    ? { refused: otherProtocol(kind, protocols.map(protocolName).join(', ')) }
    : undefined;
}

const otherProtocol = (kind: string, protocols: string): Said => ({
  en: `${kind} with another protocol than ${protocols}`,
  id: `${kind} dengan protokol selain ${protocols}`,
});

/** `tcp dport 80` says that it is TCP: the protocol need not be tested before it. */
function isImplied(rule: FirewallRule, { kind, negated }: Matcher): boolean {
  if (kind !== 'protocol' || negated || portKeyword(fixedProtocol(rule)) === undefined) return false;
  return rule.matchers.some(other => matcherTraits[other.kind].protocols === portProtocols);
}
