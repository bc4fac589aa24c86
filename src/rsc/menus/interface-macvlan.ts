import { makeInterface } from '../../model/index.ts';
import { interfaceName, mac, name } from '../types/index.ts';
import { list, optional, required } from './define.ts';
import { mtu, ofKind } from './interface-kind.ts';

export const interfaceMacvlan = list({
  path: '/interface macvlan',
  names: 'macvlan',
  attributes: {
    name: required(name),
    interface: required(interfaceName),
    'mac-address': optional(mac),
    mtu: optional(mtu),
  },
  others: 'arp arp-timeout mode loop-protect loop-protect-disable-time loop-protect-send-interval',
  into: draft => draft.interfaces,
  from: ofKind('macvlan'),
  write: ({ name: named, parent, macAddress, mtu: size }) => ({
    name: named,
    ...(parent !== undefined && { interface: parent }),
    'mac-address': macAddress,
    mtu: size,
  }),
  read: (values, common) =>
    makeInterface({
      name: values.name,
      kind: 'macvlan',
      parent: values.interface,
      macAddress: values['mac-address'],
      mtu: values.mtu,
      ...common,
    }),
});
