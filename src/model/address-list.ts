import type { Duration } from '../net/index.ts';
import { type Item, itemDefaults } from './item.ts';
import type { AddressMatch } from './matcher-values.ts';

/** `/ip firewall address-list`: one entry. A DNS name is resolved by the router while it runs. */
export interface AddressListEntry extends Item {
  readonly list: string;
  readonly address: AddressMatch | { readonly kind: 'name'; readonly name: string };
  readonly timeout?: Duration | undefined;
}

export function makeAddressListEntry(
  parts: Partial<AddressListEntry> & Pick<AddressListEntry, 'list' | 'address'>,
): AddressListEntry {
  return { ...itemDefaults, ...parts };
}
