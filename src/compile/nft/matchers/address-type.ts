import { constant, setOf, test } from '../condition.ts';
import type { MatcherCondition } from './matcher-condition.ts';

/** `dst-address-type=local`, by the kernel's local table, as RouterOS does it. */
export const addressTypeCondition: MatcherCondition<'src-address-type' | 'dst-address-type'> = ({
  kind,
  types,
  negated,
}) => {
  if (types.length === 0) return constant(true, negated);
  return test(`fib ${kind === 'src-address-type' ? 'saddr' : 'daddr'} type`, setOf(types), negated);
};
