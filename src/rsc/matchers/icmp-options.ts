import type { MatcherValues } from '../../model/index.ts';
import type { MatcherSyntax } from './syntax.ts';

/** `icmp-options=8:0`, `3:0-15`, `8`. */
export const icmpOptions: MatcherSyntax<MatcherValues['icmp-options']> = {
  name: '[!]type:code',
  example: '8:0',
  read: text => {
    const match = /^(\d{1,3})(?::(\d{1,3})(?:-(\d{1,3}))?)?$/.exec(text);
    if (!match) return undefined;
    const type = Number(match[1]);
    return match[2] === undefined
      ? { type }
      : { type, codeFrom: Number(match[2]), codeTo: Number(match[3] ?? match[2]) };
  },
  write: ({ type, codeFrom, codeTo = codeFrom }) => {
    if (codeFrom === undefined) return `${type}`;
    return codeTo === codeFrom ? `${type}:${codeFrom}` : `${type}:${codeFrom}-${codeTo}`;
  },
};
