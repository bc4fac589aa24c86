import type { Duration, Family } from '../../net/index.ts';
import type { AddressMatch } from '../matcher-values.ts';
import { type Item, itemDefaults } from './item.ts';

/** `/ip firewall address-list` and `/ipv6 firewall address-list`: one entry. The lists of the families are apart. A DNS name is resolved by the router while it runs. */
export interface AddressListEntry extends Item {
  readonly family: Family;
  readonly list: string;
  readonly address: AddressMatch | { readonly kind: 'name'; readonly name: string };
  readonly timeout?: Duration | undefined;
}

export function makeAddressListEntry(
  parts: Partial<AddressListEntry> & Pick<AddressListEntry, 'list' | 'address'>,
): AddressListEntry {
  return { family: 'ipv4', ...itemDefaults, ...parts };
}
