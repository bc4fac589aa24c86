import type { AddressMatch } from '../../model/index.ts';
import { isDefault } from '../../net/index.ts';
import type { LinuxContext } from '../context.ts';
import { addressSets } from './address-list.ts';
import { type Condition, constant, setOf, test } from './condition.ts';
import { printAddress } from './print-address.ts';

export type AddressField = 'ip saddr' | 'ip daddr';

/** `src-address=10.0.0.0/8` or `10.0.0.1-10.0.0.9`; `/0` is every address. */
export function matchAddress(field: AddressField, address: AddressMatch, negated: boolean): Condition {
  if (address.kind === 'prefix' && isDefault(address.prefix)) return constant(true, negated);
  return test(field, printAddress(address), negated);
}

/** `src-address-list=X`: in the set of its entries, or in that of the entries rules have added. */
export function matchAddressList(
  { router }: LinuxContext,
  field: AddressField,
  list: string,
  negated: boolean,
): Condition {
  const sets = addressSets(router, list).map(({ name }) => `@${name}`);
  if (sets.length === 0) return constant(false, negated);
  const [first = '', second] = sets;
  const outside = `${field} != ${first}`;
  if (negated) return [second ? `${outside} ${field} != ${second}` : outside];
  return second ? [`${field} ${first}`, `${outside} ${field} ${second}`] : [`${field} ${first}`];
}

/** `dst-address-type=local`, by the kernel's local table, as RouterOS does it. */
export function matchAddressType(
  field: 'saddr' | 'daddr',
  types: readonly string[],
  negated: boolean,
): Condition {
  return types.length === 0 ? constant(true, negated) : test(`fib ${field} type`, setOf(types), negated);
}
