import type { FirewallRule, MatcherKind, MatcherOf } from '../../../model/index.ts';
import type { LinuxContext } from '../../context.ts';
import type { Condition } from '../condition.ts';

/** One matcher of a rule in nft. `rule` gives the protocol that port matchers refer to. */
export type MatcherCondition<K extends MatcherKind> = (
  matcher: MatcherOf<K>,
  context: LinuxContext,
  rule: FirewallRule,
) => Condition;
