import { type DefaultRouteTable, makeDhcpClient, semanticsOf } from '../../model/index.ts';
import { bool, integer, interfaceName, listOf, oneOf, text, type ValueType } from '../types/index.ts';
import { list, losable, withDefault } from './define.ts';

/** `main:1`; the distance may be left out. */
const defaultRouteTable: ValueType<DefaultRouteTable> = {
  name: 'table:distance',
  example: 'main:1',
  read: value => {
    const match = /^([^:\s]+)(?::(\d{1,3}))?$/.exec(value);
    if (match?.[1] === undefined) return undefined;
    const distance = match[2] === undefined ? {} : { distance: Number(match[2]) };
    return { table: match[1], ...distance };
  },
  write: ({ table, distance }) => (distance === undefined ? table : `${table}:${distance}`),
};

export const checkGateway = oneOf('none', 'ping', 'arp', 'bfd');

/** `disabled` is yes by default in v6 and no in v7 (docs/routeros.md#dhcp-client). */
export const ipDhcpClient = list({
  path: '/ip dhcp-client',
  key: 'interface',
  disabled: version => semanticsOf(version).dhcpDisabled,
  attributes: {
    interface: losable(interfaceName),
    'add-default-route': withDefault(oneOf('yes', 'no', 'special-classless'), 'yes'),
    'default-route-distance': withDefault(integer(0, 255), 1),
    'default-route-tables': withDefault(listOf(defaultRouteTable), [], { dialect: 'v7', minor: 18 }),
    'check-gateway': withDefault(checkGateway, 'none', { dialect: 'v7', minor: 19 }),
    'use-peer-dns': withDefault(bool, true),
    'use-peer-ntp': withDefault(bool, true),
    script: withDefault(text, ''),
  },
  others: 'dhcp-options host-name client-id allow-reconfigure use-broadcast dscp vlan-priority name',
  into: draft => draft.dhcpClients,
  from: router => router.dhcpClients,
  write: item => ({
    interface: item.interface,
    'add-default-route': item.addDefaultRoute,
    'default-route-distance': item.defaultRouteDistance,
    'default-route-tables': item.defaultRouteTables,
    'check-gateway': item.checkGateway,
    'use-peer-dns': item.usePeerDns,
    'use-peer-ntp': item.usePeerNtp,
    script: item.script,
  }),
  read: (values, common) =>
    makeDhcpClient({
      interface: values.interface,
      addDefaultRoute: values['add-default-route'],
      defaultRouteDistance: values['default-route-distance'],
      defaultRouteTables: values['default-route-tables'],
      checkGateway: values['check-gateway'],
      usePeerDns: values['use-peer-dns'],
      usePeerNtp: values['use-peer-ntp'],
      script: values.script,
      ...common,
    }),
});
