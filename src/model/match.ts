import type { Ipv4, Ipv4Prefix, Mac, PortRange } from '../net/index.ts';

/** What `src-address=` and friends hold: a network (host = /32) or a range, both inclusive. */
export type AddressMatch =
  | { readonly kind: 'prefix'; readonly prefix: Ipv4Prefix }
  | { readonly kind: 'range'; readonly from: Ipv4; readonly to: Ipv4 };

/** The nine field sets of per-connection-classifier (routeros.md section 1.2). */
export type PccKind =
  | 'src-address'
  | 'dst-address'
  | 'both-addresses'
  | 'src-port'
  | 'src-address-and-port'
  | 'dst-port'
  | 'dst-address-and-port'
  | 'both-ports'
  | 'both-addresses-and-ports';

export type ConnectionState = 'new' | 'established' | 'related' | 'invalid' | 'untracked';
export type ConnectionNatState = 'srcnat' | 'dstnat';
export type AddressType =
  | 'unicast'
  | 'local'
  | 'broadcast'
  | 'multicast'
  | 'blackhole'
  | 'prohibit'
  | 'unreachable';
export type TcpFlag = 'fin' | 'syn' | 'rst' | 'psh' | 'ack' | 'urg' | 'ece' | 'cwr';

interface Negatable {
  /** Written with `!`. */
  readonly negated: boolean;
}

/** One condition of a firewall rule; all of a rule's conditions must hold. Closed union by `kind`. */
export type Matcher = Negatable &
  (
    | { readonly kind: 'in-interface' | 'out-interface'; readonly interface: string }
    | { readonly kind: 'in-interface-list' | 'out-interface-list'; readonly list: string }
    | { readonly kind: 'in-bridge-port' | 'out-bridge-port'; readonly interface: string }
    | { readonly kind: 'src-address' | 'dst-address'; readonly address: AddressMatch }
    | { readonly kind: 'src-address-list' | 'dst-address-list'; readonly list: string }
    | { readonly kind: 'src-address-type' | 'dst-address-type'; readonly types: readonly AddressType[] }
    | { readonly kind: 'src-mac-address'; readonly mac: Mac }
    /** `protocol`: name (tcp, udp, icmp, gre …) or decimal number. */
    | { readonly kind: 'protocol'; readonly protocol: string }
    | { readonly kind: 'src-port' | 'dst-port' | 'port'; readonly ports: readonly PortRange[] }
    | { readonly kind: 'connection-mark'; readonly mark: string }
    | { readonly kind: 'packet-mark'; readonly mark: string }
    | { readonly kind: 'routing-mark'; readonly mark: string }
    | { readonly kind: 'connection-state'; readonly states: readonly ConnectionState[] }
    | { readonly kind: 'connection-nat-state'; readonly states: readonly ConnectionNatState[] }
    | {
        readonly kind: 'per-connection-classifier';
        readonly fields: PccKind;
        readonly denominator: number;
        readonly remainder: number;
      }
    | { readonly kind: 'nth'; readonly every: number; readonly packet: number }
    | { readonly kind: 'random'; readonly percent: number }
    /** `limit=count/time,burst:mode`; `perMs` the length of the time window in ms. */
    | {
        readonly kind: 'limit';
        readonly count: number;
        readonly perMs: number;
        readonly burst: number;
        readonly mode: 'packet' | 'bit';
      }
    /** Flags that must be set / must be clear. */
    | { readonly kind: 'tcp-flags'; readonly set: readonly TcpFlag[]; readonly clear: readonly TcpFlag[] }
    | { readonly kind: 'tcp-mss'; readonly from: number; readonly to: number }
    /** `icmp-options=8:0`; code undefined matches any. */
    | {
        readonly kind: 'icmp-options';
        readonly type: number;
        readonly codeFrom?: number | undefined;
        readonly codeTo?: number | undefined;
      }
    | { readonly kind: 'dscp'; readonly dscp: number }
    | {
        readonly kind: 'ttl';
        readonly op: 'equal' | 'greater-than' | 'less-than' | 'not-equal';
        readonly ttl: number;
      }
    | { readonly kind: 'packet-size'; readonly from: number; readonly to: number }
    | { readonly kind: 'connection-bytes'; readonly from: number; readonly to: number }
    | { readonly kind: 'fragment' }
    /** Known to RouterOS, not executed by us (hotspot, layer7-protocol, content, tls-host, psd …): kept and said. */
    | { readonly kind: 'unsupported'; readonly property: string; readonly value: string }
  );

export type MatcherKind = Matcher['kind'];
