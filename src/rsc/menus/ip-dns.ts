import { makeDnsStatic } from '../../model/index.ts';
import { anyAddress, bool, duration, listOf, name, text } from '../types/index.ts';
import { list, optional, settings, withDefault } from './define.ts';

export const ipDns = settings({
  path: '/ip dns',
  attributes: {
    servers: withDefault(listOf(anyAddress), []),
    'allow-remote-requests': withDefault(bool, false),
  },
  others: `address-list-extra-time cache-max-ttl cache-size doh-max-concurrent-queries doh-max-server-connections
    doh-timeout max-concurrent-queries max-concurrent-tcp-sessions max-udp-packet-size mdns-repeat-ifaces
    query-server-timeout query-total-timeout use-doh-server verify-doh-cert vrf`,
  write: ({ dns }) => ({
    values: { servers: dns.servers, 'allow-remote-requests': dns.allowRemoteRequests },
    properties: dns.properties,
  }),
  apply: (values, properties, draft) => {
    draft.dns = {
      servers: values.servers,
      allowRemoteRequests: values['allow-remote-requests'],
      properties,
    };
  },
});

export const ipDnsStatic = list({
  path: '/ip dns static',
  attributes: {
    name: optional(name),
    regexp: optional(text),
    address: optional(anyAddress),
    ttl: optional(duration),
  },
  others: `address-list cname forward-to match-subdomain mx-exchange mx-preference ns srv-port srv-priority
    srv-target srv-weight text type`,
  into: draft => draft.dnsStatic,
  from: router => router.dnsStatic,
  write: ({ name: host, regexp, address, ttl }) => ({ name: host, regexp, address, ttl }),
  read: ({ name: host, regexp, address, ttl }, common) =>
    makeDnsStatic({ name: host, regexp, address, ttl, ...common }),
});
