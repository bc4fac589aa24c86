import { isDeviceName } from '../../../linux/index.ts';
import { membersOf } from '../../../model/index.ts';
import { constant, quote, setOf, test } from '../condition.ts';
import type { MatcherCondition } from './matcher-condition.ts';

/**
 * `in-interface-list=WAN`, resolved now: membership is configuration. An empty list never matches (and `!` always).
 */
export const interfaceListCondition: MatcherCondition<'in-interface-list' | 'out-interface-list'> = (
  { kind, list, negated },
  { router },
) => {
  if (list === 'all') return constant(true, negated);
  const members = membersOf(router, list).filter(isDeviceName);
  if (members.length === 0) return constant(false, negated);
  return test(kind === 'in-interface-list' ? 'iifname' : 'oifname', setOf(members.map(quote)), negated);
};
