import type { MatcherTest } from './matcher-test.ts';

/** `packet-mark=X`. */
export const testPacketMark: MatcherTest<'packet-mark'> = ({ mark: name, negated }, { setup }) => {
  const mark = setup.packetMarks.id(name);
  return flight => (flight.packetMark === mark) !== negated;
};
