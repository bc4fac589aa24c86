import { makeInterface } from '../../model/index.ts';
import { interfaceName, listOf, name } from '../types/index.ts';
import { list, optional, required } from './define.ts';
import { mtu, ofKind } from './interface-kind.ts';

export const interfaceBonding = list({
  path: '/interface bonding',
  names: 'bonding',
  attributes: { name: required(name), slaves: required(listOf(interfaceName)), mtu: optional(mtu) },
  others: `arp arp-interval arp-ip-targets arp-timeout down-delay forced-mac-address lacp-rate lacp-mode
    lacp-system-id lacp-system-priority lacp-user-key link-monitoring mii-interval min-links mlag-id mode primary
    transmit-hash-policy up-delay`,
  into: draft => draft.interfaces,
  from: ofKind('bonding'),
  write: ({ name: named, ports, mtu: size }) => ({ name: named, slaves: ports, mtu: size }),
  read: (values, common) =>
    makeInterface({ name: values.name, kind: 'bonding', ports: values.slaves, mtu: values.mtu, ...common }),
});
