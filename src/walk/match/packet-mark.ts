import { markId } from '../setup.ts';
import type { MatcherTest } from './matcher-test.ts';

/** `packet-mark=X`. */
export const testPacketMark: MatcherTest<'packet-mark'> = ({ mark: name, negated }, { setup }) => {
  const mark = markId(setup.packetMarks, name);
  return flight => (flight.packetMark === mark) !== negated;
};
