import { addPoint } from '../setup.ts';
import { chosen, type WalkState } from '../state.ts';
import type { MatcherTest } from './matcher-test.ts';

/** `nth=3,1`: a counter of this rule, packet 1 is the first of every three. */
export const testNth: MatcherTest<'nth'> = ({ every, packet, negated }, { setup }) => {
  if (packet < 1 || packet > every) return () => negated;
  const point = addPoint(setup, { kind: 'nth', name: `nth ${every},${packet}` });
  return ({ state }) => (turn(state, point, every) === packet - 1) !== negated;
};

function turn(state: WalkState, point: number, every: number): number {
  const choice = chosen(state, point, every);
  if (choice >= 0) return choice;
  const count = state.counters[point] ?? 0;
  state.counters[point] = (count + 1) % every;
  return count;
}
