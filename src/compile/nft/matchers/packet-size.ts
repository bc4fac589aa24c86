import { range, test } from '../condition.ts';
import type { MatcherCondition } from './matcher-condition.ts';

/** `packet-size=100-200`: the length of the IP packet in bytes. */
export const packetSizeCondition: MatcherCondition<'packet-size'> = ({ from, to, negated }) =>
  test('ip length', range(from, to), negated);
