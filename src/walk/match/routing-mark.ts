import { markId } from '../setup.ts';
import type { MatcherTest } from './matcher-test.ts';

/** `routing-mark=X`. */
export const testRoutingMark: MatcherTest<'routing-mark'> = ({ mark: name, negated }, { setup }) => {
  const mark = markId(setup.routingMarks, name);
  return flight => (flight.routingMark === mark) !== negated;
};
