import type { MatcherTest } from './matcher-test.ts';

/** `ttl=less-than:5`. */
export const testTtl: MatcherTest<'ttl' | 'hop-limit'> = ({ op, ttl, negated }) => {
  switch (op) {
    case 'equal':
      return f => (f.ttl === ttl) !== negated;
    case 'not-equal':
      return f => (f.ttl !== ttl) !== negated;
    case 'greater-than':
      return f => f.ttl > ttl !== negated;
    case 'less-than':
      return f => f.ttl < ttl !== negated;
  }
};
