import { type Interface, type InterfaceKind, makeInterface } from '../../model/index.ts';
import { bool, integer, interfaceName, name, text } from '../types/index.ts';
import { type Common, list, optional, required, withDefault } from './define.ts';
import { ofKind } from './interface-kind.ts';

/** Off until enabled, and without a default route unless asked for (docs/routeros.md#dial-up-clients). */
export const interfacePppoeClient = list({
  path: '/interface pppoe-client',
  names: 'pppoe-out',
  disabled: () => true,
  attributes: {
    name: required(name),
    interface: required(interfaceName),
    'add-default-route': withDefault(bool, false),
    'default-route-distance': withDefault(integer(0, 255), 1),
    'use-peer-dns': withDefault(bool, false),
    'max-mtu': optional(text),
  },
  others: `ac-name allow dial-on-demand host-uniq keepalive-timeout max-mru mrru password profile service-name user`,
  into: draft => draft.interfaces,
  from: ofKind('pppoe-client'),
  write: item => ({
    name: item.name,
    ...(item.parent !== undefined && { interface: item.parent }),
    ...(item.addDefaultRoute !== undefined && { 'add-default-route': item.addDefaultRoute }),
    ...(item.defaultRouteDistance !== undefined && { 'default-route-distance': item.defaultRouteDistance }),
    ...(item.usePeerDns !== undefined && { 'use-peer-dns': item.usePeerDns }),
    'max-mtu': item.mtu === undefined ? undefined : `${item.mtu}`,
  }),
  read: (values, common) =>
    makeInterface({
      ...dialled(values, common, 'pppoe-client'),
      parent: values.interface,
      mtu: /^\d+$/.test(values['max-mtu'] ?? '') ? Number(values['max-mtu']) : undefined,
      ...common,
    }),
});

interface Dialled {
  readonly name: string;
  readonly 'add-default-route': boolean;
  readonly 'default-route-distance': number;
  readonly 'use-peer-dns': boolean;
}

function dialled(
  values: Dialled,
  common: Common,
  kind: InterfaceKind,
): Common & Pick<Interface, 'name' | 'kind'> & Partial<Interface> {
  return {
    ...common,
    name: values.name,
    kind,
    addDefaultRoute: values['add-default-route'],
    defaultRouteDistance: values['default-route-distance'],
    usePeerDns: values['use-peer-dns'],
  };
}
