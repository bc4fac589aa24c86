import type { MatcherTest } from './matcher-test.ts';

/** `src-mac-address=02:00:00:00:00:01`; a packet of the router itself has none. */
export const testMacAddress: MatcherTest<'src-mac-address'> = ({ mac, negated }) => {
  const wanted = mac.toLowerCase();
  return ({ packet }) => packet.mac !== undefined && (packet.mac.toLowerCase() === wanted) !== negated;
};
