import {
  type DhcpServer,
  makeDhcpLease,
  makeDhcpNetwork,
  makeDhcpServer,
  semanticsOf,
} from '../../model/index.ts';
import {
  bool,
  duration,
  integer,
  interfaceName,
  ipv4,
  listOf,
  mac,
  maskedPrefix,
  name,
  oneOf,
  text,
} from '../types/index.ts';
import { type Common, list, optional, required, withDefault } from './define.ts';

const authoritative = oneOf('yes', 'no', 'after-2sec-delay', 'after-10sec-delay');

/** `after-2sec-delay` is authoritative too; the word itself is kept. */
function delayed(word: string, { properties = {} }: Common): Pick<DhcpServer, 'properties'> {
  return { properties: word.startsWith('after') ? { ...properties, authoritative: word } : properties };
}

/** `disabled` is yes by default in v6 and no in v7 (docs/routeros.md#dhcp-client). */
export const ipDhcpServer = list({
  path: '/ip dhcp-server',
  names: 'server',
  disabled: version => semanticsOf(version).dhcpDisabled,
  attributes: {
    name: required(name),
    interface: required(interfaceName),
    'address-pool': withDefault(name, 'static-only'),
    'lease-time': withDefault(duration, version => semanticsOf(version).leaseTime),
    authoritative: withDefault(authoritative, 'yes'),
  },
  others: `add-arp address-lists allow-dual-stack-queue always-broadcast boot-support bootp-lease-time bootp-support
    client-mac-limit conflict-detection delay-threshold dhcp-option-set dynamic-lease-identifiers insert-queue-before
    lease-script parent-queue relay server-address support-broadband-tr101 use-framed-as-classless use-radius
    use-reconfigure src-address add-dns-entries add-dns-entries-suffix`,
  into: draft => draft.dhcpServers,
  from: router => router.dhcpServers,
  write: item => ({
    name: item.name,
    interface: item.interface,
    'address-pool': item.addressPool,
    'lease-time': item.leaseTime,
    authoritative: item.authoritative ? ('yes' as const) : ('no' as const),
  }),
  read: (values, common) =>
    makeDhcpServer({
      name: values.name,
      interface: values.interface,
      addressPool: values['address-pool'],
      leaseTime: values['lease-time'],
      authoritative: values.authoritative !== 'no',
      ...common,
      ...delayed(values.authoritative, common),
    }),
});

export const ipDhcpServerNetwork = list({
  path: '/ip dhcp-server network',
  key: 'address',
  attributes: {
    address: required(maskedPrefix),
    gateway: withDefault(listOf(ipv4), []),
    'dns-server': withDefault(listOf(ipv4), []),
    'dns-none': withDefault(bool, false),
    netmask: optional(integer(0, 32)),
    domain: optional(text),
    'ntp-server': withDefault(listOf(ipv4), []),
  },
  others: 'boot-file-name caps-manager dhcp-option dhcp-option-set next-server ntp-none wins-server',
  into: draft => draft.dhcpNetworks,
  from: router => router.dhcpNetworks,
  write: item => ({
    address: item.address,
    gateway: item.gateway,
    'dns-server': item.dnsServer,
    'dns-none': item.dnsNone,
    netmask: item.netmask,
    domain: item.domain,
    'ntp-server': item.ntpServer,
  }),
  read: (values, common) =>
    makeDhcpNetwork({
      address: values.address,
      gateway: values.gateway,
      dnsServer: values['dns-server'],
      dnsNone: values['dns-none'],
      netmask: values.netmask,
      domain: values.domain,
      ntpServer: values['ntp-server'],
      ...common,
    }),
});

export const ipDhcpServerLease = list({
  path: '/ip dhcp-server lease',
  key: 'address',
  attributes: {
    address: optional(ipv4),
    'mac-address': optional(mac),
    'client-id': optional(text),
    server: optional(name),
  },
  others: `agent-circuit-id agent-remote-id routes address-lists allow-dual-stack-queue always-broadcast block-access dhcp-option dhcp-option-set
    insert-queue-before lease-time parent-queue queue-type rate-limit use-src-mac`,
  into: draft => draft.dhcpLeases,
  from: router => router.dhcpLeases,
  write: item => ({
    address: item.address,
    'mac-address': item.macAddress,
    'client-id': item.clientId,
    server: item.server,
  }),
  read: (values, common) =>
    makeDhcpLease({
      address: values.address,
      macAddress: values['mac-address'],
      clientId: values['client-id'],
      server: values.server,
      ...common,
    }),
});
