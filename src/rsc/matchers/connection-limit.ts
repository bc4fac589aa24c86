import type { MatcherValues } from '../../model/index.ts';
import type { MatcherSyntax } from './syntax.ts';

/** `connection-limit=30,24`: a /24 of sources has more than 30 connections. */
export const connectionLimit: MatcherSyntax<MatcherValues['connection-limit']> = {
  name: '[!]connections,length of network',
  example: '30,32',
  read: text => {
    const [, limit, length = '32'] = /^(\d{1,10})(?:,(\d{1,3}))?$/.exec(text) ?? [];
    const bits = Number(length);
    return limit === undefined || bits > 128 ? undefined : { limit: Number(limit), length: bits };
  },
  write: ({ limit, length }) => `${limit},${length}`,
};
