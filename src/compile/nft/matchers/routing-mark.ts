import { matchMark } from '../match-mark.ts';
import type { MatcherCondition } from './matcher-condition.ts';

/** `routing-mark=X`. */
export const routingMarkCondition: MatcherCondition<'routing-mark'> = ({ kind, mark, negated }, context) =>
  matchMark(context, kind, mark, negated);
