import { test } from '../condition.ts';
import { ipHeader } from '../ip-header.ts';
import type { MatcherCondition } from './matcher-condition.ts';

/** `dscp=46`. */
export const dscpCondition: MatcherCondition<'dscp'> = ({ dscp, negated }, _, { family }) =>
  test(`${ipHeader[family]} dscp`, `${dscp}`, negated);
