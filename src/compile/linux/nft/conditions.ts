import type { FirewallRule, Matcher } from '../../../model/index.ts';
import type { LinuxContext } from '../context.ts';
import { both, isRefused, type Refusal } from './condition.ts';
import { matcherCondition } from './match.ts';
import { inOrder } from './order.ts';

/** All matchers together as disjoint alternatives, or the first one that nft cannot say. */
export function conjunction(
  context: LinuxContext,
  rule: FirewallRule,
  matchers: readonly Matcher[],
): readonly string[] | Refusal {
  let alternatives: readonly string[] = [''];
  for (const matcher of inOrder(matchers)) {
    const condition = matcherCondition(context, rule, matcher);
    if (isRefused(condition)) return condition;
    alternatives = both(alternatives, condition);
  }
  return alternatives;
}
