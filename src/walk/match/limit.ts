import type { Flight } from '../flight.ts';
import { addPoint, ask } from '../setup.ts';
import type { MatcherTest } from './matcher-test.ts';
import { fullBucket, spend } from './token-bucket.ts';

/** `limit=5/1s,5`: a token bucket that starts full; it holds while tokens last. */
export const testLimit: MatcherTest<'limit'> = (limit, { setup }) => {
  const point = addPoint(setup, {
    kind: 'limit',
    name: 'limit',
    matcher: limit,
    choices: ['below', 'above'],
  });
  const perMs = limit.count / limit.perMs;
  const depth = limit.mode === 'packet' ? Math.max(1, limit.burst) : limit.count + limit.burst;
  const size = { perMs, depth };
  const holds = ({ state, packet }: Flight): boolean => {
    const choice = ask(setup, state, point, 2);
    if (choice >= 0) return choice === 0;
    const bucket = state.limits[point] ?? fullBucket(size, state.nowMs);
    state.limits[point] = bucket;
    return spend(bucket, limit.mode === 'packet' ? 1 : packet.size * 8, size, state.nowMs);
  };
  return flight => holds(flight) !== limit.negated;
};
