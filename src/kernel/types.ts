import type { HostAddress } from '../linux/index.ts';
import type { Address, Family, Prefix } from '../net/index.ts';

/** Counters of one interface since it exists (struct rtnl_link_stats64). */
export interface LinkCounters {
  readonly rxPackets: number;
  readonly txPackets: number;
  readonly rxBytes: number;
  readonly txBytes: number;
  readonly rxErrors: number;
  readonly txErrors: number;
  readonly rxDropped: number;
  readonly txDropped: number;
}

/** An interface as the kernel has it. */
export interface Link {
  readonly index: number;
  readonly name: string;
  /** `veth`, `bridge`, `ifb`, `vxlan` …; empty for hardware and `lo`. */
  readonly kind: string;
  /** Administratively up. */
  readonly up: boolean;
  /** Up and with carrier: what RouterOS calls running. */
  readonly running: boolean;
  readonly mtu: number;
  readonly mac: string;
  /** ifAlias; we mark devices of ours with it. */
  readonly alias: string;
  /** Index of the bridge it is a port of; 0 for none. */
  readonly master: number;
  readonly counters: LinkCounters;
}

/** An address of an interface. */
export interface KernelAddress {
  readonly interface: string;
  readonly address: HostAddress;
  /** IFA_PROTO (kernel 5.18): who added it; 0 where unknown. */
  readonly protocol: number;
}

/** Types of routes that matter to us (rtnetlink(7) RTN_*); `other` is left alone. */
export type RouteType =
  | 'unicast'
  | 'local'
  | 'broadcast'
  | 'multicast'
  | 'blackhole'
  | 'unreachable'
  | 'prohibit'
  | 'other';

export interface KernelNextHop {
  readonly address?: Address | undefined;
  readonly interface: string;
  readonly weight: number;
  /** It is on the link although no network there holds it (RTNH_F_ONLINK). */
  readonly onLink?: boolean | undefined;
}

/** A route as the kernel holds it, or is asked to. */
export interface KernelRoute {
  readonly table: number;
  readonly destination: Prefix;
  readonly type: RouteType;
  readonly nextHops: readonly KernelNextHop[];
  readonly prefSrc?: Address | undefined;
  /** rtnetlink(7) RTPROT_*: 2 kernel, 3 boot, 4 static; ours is in compile's marks. */
  readonly protocol: number;
  /** Priority among routes to one destination; 0 is best. IPv6 has none with 0: see `defaultMetric`. */
  readonly metric: number;
  /** TCP congestion control of connections that take this route (RTAX_CC_ALGO, kernel 4.0); written, never read back. */
  readonly congestion?: string | undefined;
}

/** An `ip rule`, or an `ip -6 rule`. */
export interface KernelRule {
  readonly family: Family;
  readonly priority: number;
  readonly fwmark?: { readonly value: number; readonly mask: number } | undefined;
  readonly from?: Prefix | undefined;
  readonly to?: Prefix | undefined;
  readonly iif?: string | undefined;
  /** Of sockets bound to that interface. */
  readonly oif?: string | undefined;
  readonly action:
    | { readonly kind: 'lookup'; readonly table: number; readonly suppressPrefixLength?: number | undefined }
    | { readonly kind: 'goto'; readonly target: number }
    | { readonly kind: 'blackhole' | 'unreachable' | 'prohibit' | 'nop' | 'other' };
  /** FRA_PROTOCOL: 2 kernel, 0 unknown, ours as for routes. */
  readonly protocol: number;
}

/** One entry of the ARP cache, or of that of neighbour discovery. */
export interface Neighbour {
  readonly interface: string;
  readonly address: Address;
  /** Empty while unresolved. */
  readonly mac: string;
  /** NUD_* in words: `reachable`, `stale`, `failed` … */
  readonly state: string;
}

/** One connection that the kernel tracks. */
export interface Connection {
  /** IP protocol number: 6 TCP, 17 UDP, 1 ICMP. */
  readonly protocol: number;
  readonly source: Address;
  readonly destination: Address;
  /** 0 where the protocol has no ports. */
  readonly sourcePort: number;
  readonly destinationPort: number;
  /** The reply direction as expected: after NAT. */
  readonly reply: {
    readonly source: Address;
    readonly destination: Address;
    readonly sourcePort: number;
    readonly destinationPort: number;
  };
  /** The connection mark. */
  readonly mark: number;
}

/** Which connections: those whose mark, masked, equals `mark`. */
export interface ConnectionFilter {
  /** Default: IPv4. */
  readonly family?: Family | undefined;
  readonly mark: number;
  readonly mask: number;
  /** IP protocol number; default: all. */
  readonly protocol?: number | undefined;
}
