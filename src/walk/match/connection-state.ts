import type { MatcherTest } from './matcher-test.ts';

/** `connection-state=established,related`. */
export const testConnectionState: MatcherTest<'connection-state'> = ({ states, negated }) => {
  const [only] = states;
  if (states.length === 1) return flight => (flight.connectionState === only) !== negated;
  return flight => states.includes(flight.connectionState) !== negated;
};
