import { bool, name, oneOf } from '../types/index.ts';
import { settings, withDefault } from './define.ts';

export const systemIdentity = settings({
  path: '/system identity',
  attributes: { name: withDefault(name, 'MikroTik') },
  write: ({ settings: { identity } }) => ({ values: { name: identity } }),
  apply: (values, _, draft) => {
    draft.settings.identity = values.name;
  },
});

export const ipFirewallConnectionTracking = settings({
  path: '/ip firewall connection tracking',
  attributes: {
    enabled: withDefault(oneOf('yes', 'no', 'auto'), 'auto'),
    'loose-tcp-tracking': withDefault(bool, true),
  },
  others: `generic-timeout icmp-timeout liberal-tcp-tracking tcp-close-timeout tcp-close-wait-timeout
    tcp-established-timeout tcp-fin-wait-timeout tcp-last-ack-timeout tcp-max-retrans-timeout
    tcp-syn-received-timeout tcp-syn-sent-timeout tcp-time-wait-timeout tcp-unacked-timeout udp-stream-timeout
    udp-timeout`,
  write: ({ settings: { connectionTracking: tracking } }) => ({
    values: { enabled: tracking.enabled, 'loose-tcp-tracking': tracking.looseTcpTracking },
    properties: tracking.properties,
  }),
  apply: (values, properties, draft) => {
    draft.settings.connectionTracking = {
      enabled: values.enabled,
      looseTcpTracking: values['loose-tcp-tracking'],
      properties,
    };
  },
});

export const ipSettings = settings({
  path: '/ip settings',
  attributes: {
    'ip-forward': withDefault(bool, true),
    'rp-filter': withDefault(oneOf('no', 'loose', 'strict'), 'no'),
    'tcp-syncookies': withDefault(bool, false),
    'ipv4-multipath-hash-policy': withDefault(oneOf('l3', 'l4', 'l3-inner'), 'l3', {
      dialect: 'v7',
      minor: 16,
    }),
  },
  others: `accept-redirects accept-source-route allow-fast-path arp-timeout ipv4-fragment-time ipv4-high-fragment-thresh icmp-errors-use-inbound-interface-address
    icmp-rate-limit icmp-rate-mask max-arp-entries max-neighbor-entries route-cache secure-redirects send-redirects
    tcp-timestamps`,
  write: ({ settings: { ip } }) => ({
    values: {
      'ip-forward': ip.ipForward,
      'rp-filter': ip.rpFilter,
      'tcp-syncookies': ip.tcpSyncookies,
      'ipv4-multipath-hash-policy': ip.multipathHashPolicy,
    },
    properties: ip.properties,
  }),
  apply: (values, properties, draft) => {
    draft.settings.ip = {
      ipForward: values['ip-forward'],
      rpFilter: values['rp-filter'],
      tcpSyncookies: values['tcp-syncookies'],
      multipathHashPolicy: values['ipv4-multipath-hash-policy'],
      properties,
    };
  },
});
