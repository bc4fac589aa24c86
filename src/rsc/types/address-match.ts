import { type AddressMatch, isIpv4Match } from '../../model/index.ts';
import { addressMatch } from './address.ts';
import { ipv6AddressMatch } from './ipv6.ts';
import type { ValueType } from './value-type.ts';

/** Reads what one family takes, and writes what either has. */
export function anyAddressMatch({
  name,
  example,
  read,
}: Pick<ValueType<AddressMatch>, 'name' | 'example' | 'read'>): ValueType<AddressMatch> {
  return {
    name,
    example,
    read,
    write: value => (isIpv4Match(value) ? addressMatch.write(value) : ipv6AddressMatch.write(value)),
  };
}
