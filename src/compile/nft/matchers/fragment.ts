import type { MatcherCondition } from './matcher-condition.ts';

/** `fragment=yes`: not the first fragment. Conntrack has put packets together before any table but raw. */
export const fragmentCondition: MatcherCondition<'fragment'> = ({ negated }) => [
  `ip frag-off & 0x1fff ${negated ? '==' : '!='} 0`,
];
