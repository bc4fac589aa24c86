import { matchPcc } from '../match-pcc.ts';
import { fixedProtocol } from '../protocol.ts';
import type { MatcherCondition } from './matcher-condition.ts';

/** `per-connection-classifier=both-addresses:3/0` of a rule that stands alone. */
export const perConnectionClassifierCondition: MatcherCondition<'per-connection-classifier'> = (
  { fields, denominator, remainder, negated },
  { options },
  rule,
) => matchPcc(fields, denominator, remainder, options.seed, fixedProtocol(rule), negated, rule.family);
