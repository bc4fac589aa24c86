import type { MatcherCondition } from './matcher-condition.ts';

/** `random=30`: of 100. */
export const randomCondition: MatcherCondition<'random'> = ({ percent, negated }) => [
  `numgen random mod 100 ${negated ? '>=' : '<'} ${percent}`,
];
