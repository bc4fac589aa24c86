import { familyOf, type Ipv4, type Ipv4Prefix, type Ipv6, type Ipv6Prefix } from '../net/index.ts';

/** What `src-address=` and friends hold: a network (host = /32) or a range, both inclusive. */
export type Ipv4AddressMatch =
  | { readonly kind: 'prefix'; readonly prefix: Ipv4Prefix }
  | { readonly kind: 'range'; readonly from: Ipv4; readonly to: Ipv4 };

/** The same in `/ipv6 firewall` (host = /128); `mask`: an address whose bits under a free mask must be equal. */
export type Ipv6AddressMatch =
  | { readonly kind: 'prefix'; readonly prefix: Ipv6Prefix }
  | { readonly kind: 'range'; readonly from: Ipv6; readonly to: Ipv6 }
  | { readonly kind: 'mask'; readonly address: Ipv6; readonly mask: Ipv6 };

export type AddressMatch = Ipv4AddressMatch | Ipv6AddressMatch;

export function isIpv4Match(address: AddressMatch): address is Ipv4AddressMatch {
  const one =
    address.kind === 'prefix' ? address.prefix : address.kind === 'range' ? address.from : address.address;
  return familyOf(one) === 'ipv4';
}

/** Headers that IPv6 puts between its own and that of the transport (RFC 8200 section 4). */
export const ipv6Headers = ['hop', 'dst', 'route', 'frag', 'ah', 'esp', 'none', 'proto'] as const;
export type Ipv6Header = (typeof ipv6Headers)[number];

/** The nine field sets of per-connection-classifier (docs/routeros.md#pcc-kinds). */
export const pccKinds = [
  'src-address',
  'dst-address',
  'both-addresses',
  'src-port',
  'src-address-and-port',
  'dst-port',
  'dst-address-and-port',
  'both-ports',
  'both-addresses-and-ports',
] as const;
export type PccKind = (typeof pccKinds)[number];

export const connectionStates = ['new', 'established', 'related', 'invalid', 'untracked'] as const;
export type ConnectionState = (typeof connectionStates)[number];

/** `ein-…`: by endpoint-independent NAT. */
export const connectionNatStates = ['srcnat', 'dstnat', 'ein-snat', 'ein-dnat'] as const;
export type ConnectionNatState = (typeof connectionNatStates)[number];

export const addressTypes = [
  'unicast',
  'local',
  'broadcast',
  'anycast',
  'multicast',
  'blackhole',
  'prohibit',
  'unreachable',
] as const;
export type AddressType = (typeof addressTypes)[number];

export const tcpFlags = ['fin', 'syn', 'rst', 'psh', 'ack', 'urg', 'ece', 'cwr'] as const;
export type TcpFlag = (typeof tcpFlags)[number];

export const ttlComparisons = ['equal', 'not-equal', 'less-than', 'greater-than'] as const;
export type TtlComparison = (typeof ttlComparisons)[number];

/** What `dst-limit` keeps a bucket for. */
export const limitKeys = [
  'dst-address',
  'dst-address-and-port',
  'src-address',
  'src-and-dst-addresses',
  'addresses-and-dst-port',
] as const;
export type LimitKey = (typeof limitKeys)[number];

export const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
export type Weekday = (typeof weekdays)[number];

export const hotspotStates = ['from-client', 'auth', 'local-dst', 'to-client', 'http'] as const;
export type HotspotState = (typeof hotspotStates)[number];

/** Connection tracking helpers, as `connection-type` names them. */
export const connectionHelpers = ['ftp', 'pptp', 'h323', 'sip', 'irc', 'quake3', 'tftp'] as const;
export type ConnectionHelper = (typeof connectionHelpers)[number];

export const ipv4Options = [
  'strict-source-routing',
  'loose-source-routing',
  'no-source-routing',
  'record-route',
  'no-record-route',
  'timestamp',
  'no-timestamp',
  'router-alert',
  'no-router-alert',
  'any',
  'none',
] as const;
export type Ipv4Option = (typeof ipv4Options)[number];

export const p2pProtocols = [
  'fasttrack',
  'gnutella',
  'direct-connect',
  'edonkey',
  'bit-torrent',
  'blubster',
  'soulseek',
  'winmx',
  'warez',
  'all-p2p',
] as const;
export type P2pProtocol = (typeof p2pProtocols)[number];
