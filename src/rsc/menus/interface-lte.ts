import { makeInterface } from '../../model/index.ts';
import { bool, integer, name } from '../types/index.ts';
import { list, optional } from './define.ts';
import { mtu } from './interface-kind.ts';

/** The modem's default route comes from its APN (v6.41+), so only the name and the rest as text are read here. */
export const interfaceLte = list({
  path: '/interface lte',
  factory: true,
  attributes: {
    name: optional(name),
    'default-name': optional(name),
    mtu: optional(mtu),
    'add-default-route': optional(bool),
    'default-route-distance': optional(integer(0, 255)),
    'use-peer-dns': optional(bool),
  },
  others: `allow-roaming antenna-selection apn apn-profiles authentication band default-mac-address mac-address
    modem-init network-mode nr-band operator password pin sms-protocol sms-read user info-channel disable-running-check`,
  into: draft => draft.interfaces,
  from: ({ interfaces }) => interfaces.filter(({ kind, factory }) => kind === 'lte' && factory !== undefined),
  write: item => ({
    name: item.name === item.defaultName ? undefined : item.name,
    mtu: item.mtu,
    'add-default-route': item.addDefaultRoute,
    'default-route-distance': item.defaultRouteDistance,
    'use-peer-dns': item.usePeerDns,
  }),
  read: (values, common) => {
    const named = values.name ?? values['default-name'];
    if (named === undefined) return undefined;
    return makeInterface({
      name: named,
      kind: 'lte',
      defaultName: values['default-name'],
      mtu: values.mtu,
      addDefaultRoute: values['add-default-route'],
      defaultRouteDistance: values['default-route-distance'],
      usePeerDns: values['use-peer-dns'],
      ...common,
    });
  },
});
