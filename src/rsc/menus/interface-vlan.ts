import { makeInterface } from '../../model/index.ts';
import { integer, interfaceName, name } from '../types/index.ts';
import { list, optional, required, withDefault } from './define.ts';
import { mtu, ofKind } from './interface-kind.ts';

export const interfaceVlan = list({
  path: '/interface vlan',
  names: 'vlan',
  attributes: {
    name: required(name),
    interface: required(interfaceName),
    'vlan-id': withDefault(integer(1, 4095), 1),
    mtu: optional(mtu),
  },
  others: `arp arp-timeout l3-hw-offloading loop-protect loop-protect-disable-time loop-protect-send-interval mvrp
    use-service-tag l2mtu`,
  into: draft => draft.interfaces,
  from: ofKind('vlan'),
  write: ({ name: named, parent, vlanId, mtu: size }) => ({
    name: named,
    ...(parent !== undefined && { interface: parent }),
    ...(vlanId !== undefined && { 'vlan-id': vlanId }),
    mtu: size,
  }),
  read: (values, common) =>
    makeInterface({
      name: values.name,
      kind: 'vlan',
      parent: values.interface,
      vlanId: values['vlan-id'],
      mtu: values.mtu,
      ...common,
    }),
});
