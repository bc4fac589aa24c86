import { setOf, test } from '../condition.ts';
import type { MatcherCondition } from './matcher-condition.ts';

/** `connection-state=new,invalid`. A packet has exactly one state, so a set look-up is exact in both senses. */
export const connectionStateCondition: MatcherCondition<'connection-state'> = ({ states, negated }) =>
  test('ct state', setOf(states), negated);
