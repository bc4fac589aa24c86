import type { MatcherCondition } from './matcher-condition.ts';

const comparison = { equal: '', 'greater-than': '> ', 'less-than': '< ', 'not-equal': '!= ' } as const;
const opposite = { equal: '!= ', 'greater-than': '<= ', 'less-than': '>= ', 'not-equal': '' } as const;

/** `ttl=less-than:5`, `hop-limit=equal:1`. */
export const ttlCondition: MatcherCondition<'ttl' | 'hop-limit'> = ({ kind, op, ttl, negated }) => [
  `${kind === 'ttl' ? 'ip ttl' : 'ip6 hoplimit'} ${(negated ? opposite : comparison)[op]}${ttl}`,
];
