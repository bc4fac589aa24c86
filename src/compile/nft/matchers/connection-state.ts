import { setOf } from '../condition.ts';
import type { MatcherCondition } from './matcher-condition.ts';

/**
 * `connection-state=new,invalid`. A packet has exactly one state: a list is one test of its bits, and turned round a look-up
 * in a set is exact, too.
 */
export const connectionStateCondition: MatcherCondition<'connection-state'> = ({ states, negated }) => [
  negated ? `ct state != ${setOf(states)}` : `ct state ${states.join(',')}`,
];
