import { type AddressListEntry, makeAddressListEntry } from '../../model/index.ts';
import { addressMatch, duration, name, type ValueType } from '../types/index.ts';
import { list, optional, required } from './define.ts';

/** Network, range, or a DNS name that the router resolves. */
const listed: ValueType<AddressListEntry['address']> = {
  name: 'network, range or DNS name',
  example: '192.168.0.0/24',
  read: text =>
    addressMatch.read(text) ??
    (/^(?=.*[a-z])[a-z0-9_.-]+$/i.test(text) ? { kind: 'name', name: text } : undefined),
  write: value => (value.kind === 'name' ? value.name : addressMatch.write(value)),
};

export const ipFirewallAddressList = list({
  path: '/ip firewall address-list',
  key: 'list',
  attributes: { list: required(name), address: required(listed), timeout: optional(duration) },
  others: 'creation-time dynamic',
  into: draft => draft.addressLists,
  from: router => router.addressLists,
  write: ({ list: of, address, timeout }) => ({ list: of, address, timeout }),
  read: ({ list: into, address, timeout }, common) =>
    makeAddressListEntry({ list: into, address, timeout, ...common }),
});
