import type { MatcherValues } from '../../model/index.ts';
import type { MatcherSyntax } from './syntax.ts';

/** `ipsec-policy=out,none`: did a policy take the packet, will one? */
export const ipsecPolicy: MatcherSyntax<MatcherValues['ipsec-policy']> = {
  name: '[!]in | out,ipsec | none',
  example: 'out,none',
  choices: ['in', 'out', 'ipsec', 'none'],
  read: text => {
    const [direction, policy, ...rest] = text.split(',');
    const known = (direction === 'in' || direction === 'out') && (policy === 'ipsec' || policy === 'none');
    return known && rest.length === 0 ? { direction, policy } : undefined;
  },
  write: ({ direction, policy }) => `${direction},${policy}`,
};
