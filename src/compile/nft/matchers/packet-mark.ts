import { matchMark } from '../match-mark.ts';
import type { MatcherCondition } from './matcher-condition.ts';

/** `packet-mark=X`. */
export const packetMarkCondition: MatcherCondition<'packet-mark'> = ({ kind, mark, negated }, context) =>
  matchMark(context, kind, mark, negated);
