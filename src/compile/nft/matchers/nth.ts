import type { MatcherCondition } from './matcher-condition.ts';

/** `nth=3,1`: a counter of this rule; packet 1 is the first of every three (xt_statistic; numgen starts at 0). */
export const nthCondition: MatcherCondition<'nth'> = ({ every, packet, negated }) => {
  if (packet < 1 || packet > every) return negated ? [''] : [];
  return [`numgen inc mod ${every} ${negated ? '!=' : '=='} ${packet - 1}`];
};
