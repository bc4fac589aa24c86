import type { MatcherTest } from './matcher-test.ts';

/** `connection-bytes=from-to`, both directions together; 0 as upper bound is no bound. */
export const testConnectionBytes: MatcherTest<'connection-bytes'> = ({ from, to, negated }) => {
  const last = to === 0 ? Number.POSITIVE_INFINITY : to;
  return ({ connection }) =>
    connection !== undefined && (connection.bytes >= from && connection.bytes <= last) !== negated;
};
