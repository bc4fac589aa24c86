import { matchMark } from '../match-mark.ts';
import type { MatcherCondition } from './matcher-condition.ts';

/** `connection-mark=X`. */
export const connectionMarkCondition: MatcherCondition<'connection-mark'> = (
  { kind, mark, negated },
  context,
) => matchMark(context, kind, mark, negated);
