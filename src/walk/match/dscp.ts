import type { MatcherTest } from './matcher-test.ts';

/** `dscp=46`. */
export const testDscp: MatcherTest<'dscp'> = ({ dscp, negated }) => {
  return flight => (flight.dscp === dscp) !== negated;
};
