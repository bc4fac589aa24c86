import { addPoint } from '../setup.ts';
import { chosen, draw, type WalkState } from '../state.ts';
import type { MatcherTest } from './matcher-test.ts';

/** `random=30`: of 100. */
export const testRandom: MatcherTest<'random'> = ({ percent, negated }, { setup }) => {
  const point = addPoint(setup, { kind: 'random', name: `random ${percent}` });
  const odds = [percent / 100, 1 - percent / 100];
  const hits = (state: WalkState): boolean => {
    const choice = chosen(state, point, 2, () => ({ odds }));
    return choice >= 0 ? choice === 0 : draw(state, 100) < percent;
  };
  return ({ state }) => hits(state) !== negated;
};
