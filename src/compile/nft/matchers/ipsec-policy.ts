import { constant } from '../condition.ts';
import type { MatcherCondition } from './matcher-condition.ts';

/**
 * `ipsec-policy=out,none`: did the packet come out of a tunnel, will it go into one? MikroTik's default masquerade
 * rule has it. On a host without IPsec no packet has a policy, so `none` always holds and `ipsec` never.
 */
export const ipsecPolicyCondition: MatcherCondition<'ipsec-policy'> = (
  { direction, policy, negated },
  { options },
) => {
  const wanted = (policy === 'ipsec') !== negated;
  if (!options.features?.ipsec) return constant(!wanted, false);
  return [`${direction === 'in' ? 'meta' : 'rt'} ipsec ${wanted ? 'exists' : 'missing'}`];
};
