import { addressSets } from '../address-list.ts';
import { constant } from '../condition.ts';
import { ipHeader } from '../ip-header.ts';
import type { MatcherCondition } from './matcher-condition.ts';

/** `src-address-list=X`: in the set of its entries, or in that of the entries rules have added. */
export const addressListCondition: MatcherCondition<'src-address-list' | 'dst-address-list'> = (
  { kind, list, negated },
  { router },
  { family },
) => {
  const field = `${ipHeader[family]} ${kind === 'src-address-list' ? 'saddr' : 'daddr'}`;
  const sets = addressSets(router, list).map(({ name }) => `@${name}`);
  if (sets.length === 0) return constant(false, negated);
  const [first = '', second] = sets;
  const outside = `${field} != ${first}`;
  if (negated) return [second ? `${outside} ${field} != ${second}` : outside];
  return second ? [`${field} ${first}`, `${outside} ${field} ${second}`] : [`${field} ${first}`];
};
