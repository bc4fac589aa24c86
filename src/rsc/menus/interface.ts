import { type Interface, type InterfaceKind, makeInterface, type Router } from '../../model/index.ts';
import { bool, integer, interfaceName, listOf, mac, name, text } from '../types/index.ts';
import { type Common, list, optional, required, withDefault } from './define.ts';

const mtu = integer(68, 65535);

const ofKind =
  (kind: InterfaceKind) =>
  ({ interfaces }: Router): readonly Interface[] =>
    interfaces.filter(one => one.kind === kind && one.origin.menu === `/interface ${kind}`);

/** Factory items: an export only states what differs, addressed by `default-name`. */
export const interfaceEthernet = list({
  path: '/interface ethernet',
  factory: true,
  attributes: {
    name: optional(name),
    'default-name': optional(name),
    'mac-address': optional(mac),
    mtu: optional(mtu),
  },
  others: `advertise arp arp-timeout auto-negotiation bandwidth cable-settings combo-mode disable-running-check
    fec-mode full-duplex l2mtu loop-protect loop-protect-disable-time loop-protect-send-interval master-port
    mdix-enable orig-mac-address passthrough-interface poe-lldp-enabled poe-out poe-priority poe-voltage
    power-cycle-interval power-cycle-ping-address power-cycle-ping-enabled power-cycle-ping-timeout
    rx-flow-control sfp-ignore-rx-los sfp-rate-select sfp-shutdown-temperature speed switch tx-flow-control`,
  into: draft => draft.interfaces,
  from: ({ interfaces }) =>
    interfaces.filter(({ kind, factory }) => kind === 'ethernet' && factory !== undefined),
  write: ({ name: named, defaultName, macAddress, mtu: size }) => ({
    name: named === defaultName ? undefined : named,
    'mac-address': macAddress,
    mtu: size,
  }),
  read: (values, common) => {
    const named = values.name ?? values['default-name'];
    if (named === undefined) return undefined;
    const defaultName = values['default-name'] ?? named;
    return makeInterface({
      name: named,
      kind: 'ethernet',
      defaultName,
      macAddress: values['mac-address'],
      mtu: values.mtu,
      ...common,
    });
  },
});

export const interfaceBridge = list({
  path: '/interface bridge',
  attributes: { name: required(name), 'admin-mac': optional(mac), mtu: optional(text) },
  others: `add-dhcp-option82 ageing-time arp arp-timeout auto-mac dhcp-snooping ether-type fast-forward
    forward-delay forward-reserved-addresses frame-types igmp-snooping igmp-version ingress-filtering
    last-member-interval last-member-query-count max-hops max-learned-entries max-message-age membership-interval
    mld-version multicast-querier multicast-router mvrp port-cost-mode priority protocol-mode pvid querier-interval
    query-interval query-response-interval region-name region-revision startup-query-count startup-query-interval
    transmit-hold-count vlan-filtering l2mtu`,
  into: draft => draft.interfaces,
  from: ofKind('bridge'),
  write: ({ name: named, macAddress, mtu: size }) => ({
    name: named,
    'admin-mac': macAddress,
    mtu: size === undefined ? undefined : `${size}`,
  }),
  read: (values, common) =>
    makeInterface({
      name: values.name,
      kind: 'bridge',
      macAddress: values['admin-mac'],
      mtu: /^\d+$/.test(values.mtu ?? '') ? Number(values.mtu) : undefined,
      ...common,
    }),
});

export const interfaceVlan = list({
  path: '/interface vlan',
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

export const interfaceBonding = list({
  path: '/interface bonding',
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

export const interfaceMacvlan = list({
  path: '/interface macvlan',
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

/** Off until enabled, and without a default route unless asked for (routeros.md section 3.6). */
export const interfacePppoeClient = list({
  path: '/interface pppoe-client',
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
