import type { MatcherTest } from './matcher-test.ts';

/** `packet-size=100-200`, bytes. */
export const testPacketSize: MatcherTest<'packet-size'> = ({ from, to, negated }) => {
  return ({ packet: { size } }) => (size >= from && size <= to) !== negated;
};
