import { range, test } from '../condition.ts';
import type { MatcherCondition } from './matcher-condition.ts';

/** `tcp-mss=0-1400`. */
export const tcpMssCondition: MatcherCondition<'tcp-mss'> = ({ from, to, negated }) =>
  test('tcp option maxseg size', range(from, to), negated);
