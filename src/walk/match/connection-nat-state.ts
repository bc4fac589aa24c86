import type { MatcherTest } from './matcher-test.ts';

/** `connection-nat-state=dstnat`: any of them. What endpoint-independent NAT does is not walked: nothing has `ein-…`. */
export const testConnectionNatState: MatcherTest<'connection-nat-state'> = ({ states, negated }) => {
  const source = states.includes('srcnat');
  const destination = states.includes('dstnat');
  return ({ connection }) => {
    if (!connection) return false;
    const holds =
      (source && connection.sourceTranslated) || (destination && connection.destinationTranslated);
    return holds !== negated;
  };
};
