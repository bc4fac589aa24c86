import type { Flight } from '../flight.ts';
import { addPoint, ask } from '../setup.ts';
import type { WalkState } from '../state.ts';
import type { MatcherTest } from './matcher-test.ts';

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
  const holds = ({ state, packet }: Flight): boolean => {
    const choice = ask(setup, state, point, 2);
    if (choice >= 0) return choice === 0;
    return spend(state, point, limit.mode === 'packet' ? 1 : packet.size * 8, perMs, depth);
  };
  return flight => holds(flight) !== limit.negated;
};

function spend(state: WalkState, point: number, cost: number, perMs: number, depth: number): boolean {
  const full = state.limits[point] ?? { tokens: depth, atMs: state.nowMs };
  state.limits[point] = full;
  full.tokens = Math.min(depth, full.tokens + (state.nowMs - full.atMs) * perMs);
  full.atMs = state.nowMs;
  if (full.tokens < cost) return false;
  full.tokens -= cost;
  return true;
}
