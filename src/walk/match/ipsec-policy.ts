import type { MatcherTest } from './matcher-test.ts';

/**
 * `ipsec-policy=out,none`: no policy will take the packet. Without a policy that could, `none` always holds and
 * `ipsec` never.
 */
export const testIpsecPolicy: MatcherTest<'ipsec-policy'> = (
  { direction, policy, negated },
  { services },
) => {
  const wanted = (policy === 'ipsec') !== negated;
  return flight => (services.ipsec.takes(flight, direction) !== undefined) === wanted;
};
