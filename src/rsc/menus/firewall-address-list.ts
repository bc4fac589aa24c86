import { type AddressListEntry, type AddressMatch, makeAddressListEntry } from '../../model/index.ts';
import type { Family } from '../../net/index.ts';
import {
  addressMatch,
  anyAddressMatch,
  duration,
  ipv6AddressMatch,
  name,
  type ValueType,
} from '../types/index.ts';
import { list, optional, required, withDefault } from './define.ts';

/** What a list of each family holds. */
const matches: Readonly<Record<Family, ValueType<AddressMatch>>> = {
  ipv4: anyAddressMatch(addressMatch),
  ipv6: anyAddressMatch(ipv6AddressMatch),
};

/** An entry whose address is not stated holds the address of nobody: the manual makes lists so that scripts fill. */
const none: Readonly<Record<Family, AddressMatch>> = {
  ipv4: { kind: 'prefix', prefix: '0.0.0.0/32' },
  ipv6: { kind: 'prefix', prefix: '::/128' },
};

/** Network, range, or a DNS name that the router resolves. */
function listed(family: Family): ValueType<AddressListEntry['address']> {
  const { name: what, example, read, write } = matches[family];
  return {
    name: what.replace(/ or (?=[^ ]*$)/, ', ').concat(' or DNS name'),
    example,
    read: text =>
      read(text) ?? (/^(?=.*[a-z])[a-z0-9_.-]+$/i.test(text) ? { kind: 'name', name: text } : undefined),
    write: value => (value.kind === 'name' ? value.name : write(value)),
  };
}

const addressList = (family: Family) =>
  list({
    path: `/${family === 'ipv4' ? 'ip' : 'ipv6'} firewall address-list`,
    key: 'list',
    attributes: {
      list: required(name),
      address: withDefault(listed(family), none[family]),
      timeout: optional(duration),
    },
    others: 'creation-time dynamic',
    into: draft => draft.addressLists,
    from: router => router.addressLists.filter(entry => entry.family === family),
    write: ({ list: of, address, timeout }) => ({ list: of, address, timeout }),
    read: ({ list: into, address, timeout }, common) =>
      makeAddressListEntry({ family, list: into, address, timeout, ...common }),
  });

export const ipFirewallAddressList = addressList('ipv4');
export const ipv6FirewallAddressList = addressList('ipv6');
