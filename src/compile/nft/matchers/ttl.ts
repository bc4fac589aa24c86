import type { MatcherCondition } from './matcher-condition.ts';

const comparison = { equal: '', 'greater-than': '> ', 'less-than': '< ', 'not-equal': '!= ' } as const;
const opposite = { equal: '!= ', 'greater-than': '<= ', 'less-than': '>= ', 'not-equal': '' } as const;

/** `ttl=less-than:5`. */
export const ttlCondition: MatcherCondition<'ttl'> = ({ op, ttl, negated }) => [
  `ip ttl ${(negated ? opposite : comparison)[op]}${ttl}`,
];
