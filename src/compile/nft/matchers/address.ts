import { isDefault } from '../../../net/index.ts';
import { constant, test } from '../condition.ts';
import { ipHeader } from '../ip-header.ts';
import { printAddress } from '../print-address.ts';
import type { MatcherCondition } from './matcher-condition.ts';

/** `src-address=10.0.0.0/8`, `10.0.0.1-10.0.0.9`, `::1/::ffff:ffff`; `/0` is every address. */
export const addressCondition: MatcherCondition<'src-address' | 'dst-address'> = (
  { kind, address, negated },
  _,
  { family },
) => {
  if (address.kind === 'prefix' && isDefault(address.prefix)) return constant(true, negated);
  const field = `${ipHeader[family]} ${kind === 'src-address' ? 'saddr' : 'daddr'}`;
  return address.kind === 'mask'
    ? test(`${field} & ${address.mask}`, negated ? address.address : `== ${address.address}`, negated)
    : test(field, printAddress(address), negated);
};
