import type { Duration, Family } from '../../net/index.ts';
import type { AddressMatch } from '../matcher-values.ts';
import { type Item, itemDefaults } from './item.ts';
import { noOrigin } from './origin.ts';

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
  const { factory, properties, stated } = parts;
  if (factory !== undefined || properties !== undefined) return { family: 'ipv4', ...itemDefaults, ...parts };
  // Lists are the longest that a text has: put together by hand, in the order of the above, they take a third of the time.
  const { family = 'ipv4', id = '', origin = noOrigin, disabled = false, comment = '' } = parts;
  const { list, address, timeout } = parts;
  if (stated === undefined) return { family, id, origin, disabled, comment, list, address, timeout };
  return { family, id, origin, disabled, comment, list, address, timeout, stated };
}
