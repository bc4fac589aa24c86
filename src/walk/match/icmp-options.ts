import type { Packet } from '../packet.ts';
import type { MatcherTest } from './matcher-test.ts';

/** `icmp-options=8:0`; `!` still means an ICMP packet. */
export const testIcmpOptions: MatcherTest<'icmp-options'> = ({ type, codeFrom, codeTo, negated }) => {
  const [from, to] = codeFrom === undefined ? [0, 255] : [codeFrom, codeTo ?? codeFrom];
  const holds = ({ icmpType, icmpCode }: Packet) => icmpType === type && icmpCode >= from && icmpCode <= to;
  return f => f.protocol === 1 && holds(f.packet) !== negated;
};
