import type { MatcherValues } from '../../model/index.ts';
import type { MatcherSyntax } from './syntax.ts';

/** `nth=2,1`: the first of every two. */
export const nth: MatcherSyntax<MatcherValues['nth']> = {
  name: '[!]every,packet',
  example: '2,1',
  read: text => {
    const match = /^(\d+),(\d+)$/.exec(text);
    const every = Number(match?.[1]);
    return match && every > 0 ? { every, packet: Number(match[2]) } : undefined;
  },
  write: ({ every, packet }) => `${every},${packet}`,
};
