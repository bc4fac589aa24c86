import { test } from '../condition.ts';
import type { MatcherCondition } from './matcher-condition.ts';

/** `connection-bytes=from-to`, both directions together; 0 as upper bound is no bound. Needs nf_conntrack_acct. */
export const connectionBytesCondition: MatcherCondition<'connection-bytes'> = ({ from, to, negated }) => {
  if (to === 0) return [`ct bytes ${negated ? '<' : '>='} ${from}`];
  return test('ct bytes', `${from}-${to}`, negated);
};
