import type { MatcherTest } from './matcher-test.ts';

/** `tcp-mss=0-1400`; only where the option is there. */
export const testTcpMss: MatcherTest<'tcp-mss'> = ({ from, to, negated }) => {
  return f => f.protocol === 6 && f.mss > 0 && (f.mss >= from && f.mss <= to) !== negated;
};
