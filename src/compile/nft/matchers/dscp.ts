import { test } from '../condition.ts';
import type { MatcherCondition } from './matcher-condition.ts';

/** `dscp=46`. */
export const dscpCondition: MatcherCondition<'dscp'> = ({ dscp, negated }) =>
  test('ip dscp', `${dscp}`, negated);
