import { maskOf } from '../../net/index.ts';
import type { Flight } from '../flight.ts';
import { addPoint, ask } from '../setup.ts';
import type { MatcherTest } from './matcher-test.ts';

/**
 * `connection-limit=30,24`: more than 30 connections of a /24 of sources have come to this rule and still exist. It
 * sees them where it is asked to count; else it is open whether there are so many.
 */
export const testConnectionLimit: MatcherTest<'connection-limit'> = (matcher, { setup }) => {
  const { limit, length, negated } = matcher;
  const point = addPoint(setup, {
    kind: 'limit',
    name: 'connection-limit',
    matcher,
    key: 'connection-limit',
    choices: ['below', 'above'],
  });
  const mask = length === 0 ? 0 : maskOf(length);
  return flight => {
    if (!flight.connection) return false;
    const choice = ask(setup, flight.state, point, 2);
    const above = choice >= 0 ? choice === 1 : countOf(flight, point, mask) > limit;
    return above !== negated;
  };
};

/** Connections of the packet's source network, this one included (nf_conncount_add). */
function countOf({ state, connection, src }: Flight, point: number, mask: number): number {
  if (!connection) return 0;
  const key = (src & mask) >>> 0;
  const networks = state.counted[point] ?? new Map();
  state.counted[point] = networks;
  const seen = networks.get(key) ?? new Set();
  networks.set(key, seen);
  for (const other of seen) {
    if (!other.confirmed || other.expires <= state.nowMs) seen.delete(other);
  }
  seen.add(connection);
  return seen.size;
}
