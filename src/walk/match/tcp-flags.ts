import { tcpFlagBits } from '../packet.ts';
import type { MatcherTest } from './matcher-test.ts';

/** `tcp-flags=syn,!ack`: these set and those clear. */
export const testTcpFlags: MatcherTest<'tcp-flags'> = ({ set, clear, negated }) => {
  const wanted = set.reduce((bits, flag) => bits | tcpFlagBits[flag], 0);
  const looked = clear.reduce((bits, flag) => bits | tcpFlagBits[flag], wanted);
  return f => f.protocol === 6 && ((f.packet.tcpFlags & looked) === wanted) !== negated;
};
