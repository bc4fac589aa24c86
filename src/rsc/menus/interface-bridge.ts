import { makeInterface } from '../../model/index.ts';
import { mac, name, text } from '../types/index.ts';
import { list, optional, required } from './define.ts';
import { ofKind } from './interface-kind.ts';

export const interfaceBridge = list({
  path: '/interface bridge',
  names: 'bridge',
  attributes: { name: required(name), 'admin-mac': optional(mac), mtu: optional(text) },
  others: `add-dhcp-option82 ageing-time arp arp-timeout auto-mac dhcp-snooping ether-type fast-forward
    forward-delay forward-reserved-addresses frame-types igmp-snooping igmp-version ingress-filtering
    last-member-interval last-member-query-count max-hops max-learned-entries max-message-age membership-interval
    mld-version multicast-querier multicast-router mvrp port-cost-mode priority protocol-mode pvid querier-interval
    query-interval query-response-interval region-name region-revision startup-query-count startup-query-interval
    transmit-hold-count vlan-filtering l2mtu dhcp-agent-circuit-id dhcp-agent-remote-id dhcpv6-agent-circuit-id
    dhcpv6-agent-remote-id dhcpv6-snooping mlag-heartbeat mlag-peer-port mlag-priority querier-uses-bridge-address
    ra-guard`,
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
