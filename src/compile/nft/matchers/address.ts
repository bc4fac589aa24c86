import { isDefault } from '../../../net/index.ts';
import { constant, test } from '../condition.ts';
import { printAddress } from '../print-address.ts';
import type { MatcherCondition } from './matcher-condition.ts';

/** `src-address=10.0.0.0/8` or `10.0.0.1-10.0.0.9`; `/0` is every address. */
export const addressCondition: MatcherCondition<'src-address' | 'dst-address'> = ({
  kind,
  address,
  negated,
}) => {
  if (address.kind === 'prefix' && isDefault(address.prefix)) return constant(true, negated);
  return test(kind === 'src-address' ? 'ip saddr' : 'ip daddr', printAddress(address), negated);
};
