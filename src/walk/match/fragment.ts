import type { MatcherTest } from './matcher-test.ts';

/** `fragment=yes`: not the first fragment. */
export const testFragment: MatcherTest<'fragment'> = ({ negated }) => {
  return ({ packet }) => packet.fragment !== negated;
};
