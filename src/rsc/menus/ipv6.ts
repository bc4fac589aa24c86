import { semanticsOf } from '../../model/index.ts';
import { bool, integer, interfaceName, ipv6 } from '../types/index.ts';
import { optional, required } from './define.ts';
import { plainList, plainSettings } from './plain.ts';

export const ipv6Address = plainList({
  path: '/ipv6 address',
  key: 'address',
  attributes: {
    interface: required(interfaceName),
    address: optional(ipv6),
    advertise: optional(bool),
    eui64: optional(bool),
    'no-dad': optional(bool),
  },
  others: 'eui-64 from-pool from-pool-policy auto-link-local',
});

export const ipv6Route = plainList({
  path: '/ipv6 route',
  key: 'dst-address',
  attributes: {
    'dst-address': optional(ipv6),
    distance: optional(integer(0, 255)),
    scope: optional(integer(0, 255)),
    'target-scope': optional(integer(0, 255)),
    blackhole: { ...optional(bool), flag: true },
  },
  others: 'gateway routing-table routing-mark check-gateway pref-src type vrf-interface suppress-hw-offload',
});

/** As for IPv4: disabled by default in v6 and not in v7. */
export const ipv6DhcpClient = plainList({
  path: '/ipv6 dhcp-client',
  key: 'interface',
  disabled: version => semanticsOf(version).dhcpDisabled,
  attributes: {
    interface: required(interfaceName),
    'add-default-route': optional(bool),
    'use-peer-dns': optional(bool),
    'rapid-commit': optional(bool),
  },
  others: `accept-prefix-without-address allow-reconfigure check-gateway custom-duid custom-iana-id custom-iapd-id
    default-route-distance default-route-tables dhcp-options pool-name pool-prefix-length prefix-address-lists
    prefix-hint request script use-interface-duid validate-server-duid`,
});

export const ipv6Settings = plainSettings({
  path: '/ipv6 settings',
  attributes: { forward: optional(bool) },
  others: `accept-redirects accept-router-advertisements accept-router-advertisements-on allow-fast-path disable-ipv6
    disable-link-local-address max-neighbor-entries min-neighbor-entries multipath-hash-policy
    soft-max-neighbor-entries stale-neighbor-detect-interval stale-neighbor-timeout`,
});

export const ipv6Nd = plainList({
  path: '/ipv6 nd',
  key: 'interface',
  factory: true,
  others: `advertise-dns advertise-mac-address dns dns-servers hop-limit interface managed-address-configuration mtu
    other-configuration pref64 ra-delay ra-interval ra-lifetime ra-preference reachable-time
    retransmit-interval default`,
});
