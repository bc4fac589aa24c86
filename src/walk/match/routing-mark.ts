import type { MatcherTest } from './matcher-test.ts';

/** `routing-mark=X`. */
export const testRoutingMark: MatcherTest<'routing-mark'> = ({ mark: name, negated }, { setup }) => {
  const mark = setup.routingMarks.id(name);
  return flight => (flight.routingMark === mark) !== negated;
};
