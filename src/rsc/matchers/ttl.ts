import { type MatcherValues, ttlComparisons } from '../../model/index.ts';
import type { MatcherSyntax } from './syntax.ts';

/** `ttl=less-than:5`; a number alone is `equal`. */
export const ttl: MatcherSyntax<MatcherValues['ttl']> = {
  name: '[!]comparison:number',
  example: 'equal:1',
  choices: ttlComparisons,
  read: text => {
    const match = /^(?:([a-z-]+):)?(\d{1,3})$/.exec(text);
    const op = ttlComparisons.find(known => known === (match?.[1] ?? 'equal'));
    return match && op ? { op, ttl: Number(match[2]) } : undefined;
  },
  write: ({ op, ttl: value }) => `${op}:${value}`,
};
