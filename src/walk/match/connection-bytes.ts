import { addPoint, ask } from '../setup.ts';
import type { MatcherTest } from './matcher-test.ts';

/**
 * `connection-bytes=from-to`, both directions together; 0 as upper bound is no bound. A connection's first packet has
 * carried what it holds; how much the later ones have is open where ways are explored.
 */
export const testConnectionBytes: MatcherTest<'connection-bytes'> = (matcher, { setup }) => {
  const { from, to, negated } = matcher;
  const last = to === 0 ? Number.POSITIVE_INFINITY : to;
  const point = addPoint(setup, {
    kind: 'open',
    name: 'connection-bytes',
    matcher,
    key: 'connection-bytes',
    choices: ['no', 'yes'],
  });
  const question = `connection-bytes ${from}-${to}`;
  return ({ connection, state, serial }) => {
    if (!connection) return false;
    const now = connection.bytes >= from && connection.bytes <= last;
    // It only grows: what is above the range stays above.
    if (!connection.confirmed || connection.bytes > last) return now !== negated;
    const choice = ask(setup, state, point, 2, () => ({
      same: `${question} of packet ${serial}`,
      passing: true,
    }));
    return (choice < 0 ? now : choice === 1) !== negated;
  };
};
