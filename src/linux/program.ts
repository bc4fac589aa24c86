import type { MarkKind, Origin } from '../model/index.ts';
import type { Address, Duration, Family, InterfaceAddress, Ipv4, Ipv4Prefix, Prefix } from '../net/index.ts';
import type { MarkLayout } from './marks.ts';

/** Anything of a Program that can say which statement asked for it. */
interface Sourced {
  readonly origin: Origin;
}

/** `net.ipv4.ip_forward` = `1`. */
export interface ProgramSysctl extends Sourced {
  readonly key: string;
  readonly value: string;
}

/** A helper device that we create (ifb for ingress shaping). */
export interface ProgramDevice extends Sourced {
  readonly name: string;
  readonly kind: 'ifb';
}

/** The largest packet that an interface is to send, bytes. */
export interface ProgramMtu extends Sourced {
  readonly interface: string;
  readonly mtu: number;
}

/** An address as a host holds it: with the one host at the other end on a point-to-point link (ip-address(8) `peer`). */
export type HostAddress = InterfaceAddress & { readonly peer?: Address | undefined };

export interface ProgramAddress extends Sourced {
  readonly interface: string;
  readonly address: HostAddress;
}

/** `10.1.0.2/24`, `10.0.0.2/32 peer 10.0.0.1`. */
export const showHostAddress = ({ address, length, peer }: HostAddress): string =>
  peer === undefined ? `${address}/${length}` : `${address}/${length} peer ${peer}`;

/** A RouterOS table and the Linux table it lives in; `main` is 254. */
export interface ProgramTable {
  readonly name: string;
  readonly id: number;
}

/** One `ip rule`. */
export interface ProgramRule extends Sourced {
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
    | { readonly kind: 'blackhole' | 'unreachable' }
    /** On at the rule of that priority, which comes later and is there. */
    | { readonly kind: 'goto'; readonly target: number }
    /** Nothing: a place to go on at. */
    | { readonly kind: 'nop' };
}

/** One route to install: only active ones get here. All carry our route protocol number. */
export interface ProgramRoute extends Sourced {
  readonly table: number;
  readonly destination: Prefix;
  readonly type: 'unicast' | 'blackhole' | 'unreachable' | 'prohibit';
  readonly nextHops: readonly {
    readonly address?: Address | undefined;
    readonly interface: string;
    readonly weight: number;
    /** It is on the link although no network there holds it. */
    readonly onLink?: boolean | undefined;
  }[];
  readonly prefSrc?: Address | undefined;
}

/** Our one nftables table: its full text, and what the hot path changes by itself. */
export interface ProgramNft {
  readonly family: 'inet';
  readonly table: string;
  /** `table inet jalur { … }`; each rule carries `comment "file:line"`. Loads with `nft -f`. */
  readonly text: string;
  /** Sets whose elements the running gateway changes without loading the text again. */
  readonly sets?: readonly ProgramSet[] | undefined;
  /** Hooks that the running gateway opens and closes, likewise; `text` has none of them. */
  readonly hooks?: readonly ProgramHook[] | undefined;
}

/** A base chain (`type filter`) that is there only at times, and jumps to another one: a hook that is not there costs nothing. */
export interface ProgramHook {
  readonly name: string;
  readonly hook: 'forward';
  readonly priority: number;
  /** Where it leads. */
  readonly chain: string;
  readonly isOpen: boolean;
}

/**
 * A set of the table: of mark words, or of stretches of addresses of which none touches another. Or a map: which chain each bucket
 * of a hash leads to.
 */
export type ProgramSet = { readonly name: string } & (
  | { readonly type: 'mark'; readonly elements: readonly number[] }
  | { readonly type: 'ipv4_addr'; readonly elements: readonly AddressRange[] }
  | {
      readonly type: 'buckets';
      readonly elements: readonly string[];
      /** How many chains there are to lead to. */
      readonly chains: number;
    }
);

/** Both ends belong to it. */
export interface AddressRange {
  readonly from: Ipv4;
  readonly to: Ipv4;
}

/** A RouterOS mark as bits: a connection has it where `ct mark & mask == value`, a packet where `meta mark` does. */
export interface ProgramMark {
  readonly kind: MarkKind;
  readonly name: string;
  readonly value: number;
  readonly mask: number;
}

/** Which bits mean what, and what the names of marks became. */
export interface ProgramMarks {
  readonly layout: MarkLayout;
  readonly names: readonly ProgramMark[];
}

/** One `tc` object, in the order it must be added; `argv` follows `tc KIND add dev DEVICE`. */
export interface ProgramTc extends Sourced {
  readonly kind: 'qdisc' | 'class' | 'filter';
  readonly device: string;
  readonly argv: readonly string[];
}

export interface DhcpClientService extends Sourced {
  readonly interface: string;
  readonly hostname: string;
}

/** A PPPoE line that pppd dials. Its password is no part of a Program. */
export interface PppoeService extends Sourced {
  /** The device that it makes. */
  readonly interface: string;
  /** The port that carries it. */
  readonly over: string;
  readonly user: string;
  /** Which service and which concentrator are asked for; default: any. */
  readonly service?: string | undefined;
  readonly concentrator?: string | undefined;
  /** Ways of proving who we are that are not used (pppd(8)): `pap`, `chap`, `mschap`, `mschap-v2`. */
  readonly refused: readonly string[];
  /** The largest packet that we send, and that we take, bytes. */
  readonly mtu: number;
  readonly mru: number;
  /** The other end is asked so often for a sign of life, and is gone after three times of silence; 0: never. */
  readonly echoSeconds: number;
  /** The resolvers that the provider names are used. */
  readonly asksForDns: boolean;
}

export interface DhcpServerService extends Sourced {
  readonly interface: string;
  readonly network: Ipv4Prefix;
  readonly ranges: readonly AddressRange[];
  readonly leaseTime: Duration;
  readonly gateway: readonly Ipv4[];
  readonly dns: readonly Ipv4[];
  readonly ntp: readonly Ipv4[];
  readonly domain?: string | undefined;
  readonly authoritative: boolean;
  readonly leases: readonly {
    readonly mac: string;
    readonly address: Ipv4;
    readonly name?: string | undefined;
  }[];
}

/** A resolver that is asked by one line, whatever routes are active. */
export interface DnsByLine {
  readonly server: Ipv4;
  readonly interface: string;
}

/** LAN DNS forwarder (`allow-remote-requests=yes`). Upstreams: configured ones, then those of the leases. */
export interface DnsService extends Sourced {
  /** Interfaces that clients ask on. Never a WAN. */
  readonly interfaces: readonly string[];
  readonly servers: readonly Ipv4[];
  /** Those of them that are asked by lines of their own, all at once: the first answer counts. */
  readonly byLine?: readonly DnsByLine[] | undefined;
  readonly static: readonly { readonly name: string; readonly address: Address }[];
}

/** The desired state of a Linux gateway: one plain value. Applying it twice changes nothing the second time. */
export interface Program {
  readonly sysctls: readonly ProgramSysctl[];
  readonly devices: readonly ProgramDevice[];
  /** Interfaces that must be administratively up. */
  readonly up: readonly string[];
  /** Of interfaces whose lease says it; all others keep theirs. */
  readonly mtus?: readonly ProgramMtu[] | undefined;
  readonly addresses: readonly ProgramAddress[];
  readonly tables: readonly ProgramTable[];
  readonly rules: readonly ProgramRule[];
  readonly routes: readonly ProgramRoute[];
  readonly nft: ProgramNft;
  readonly marks?: ProgramMarks | undefined;
  readonly tc: readonly ProgramTc[];
  readonly dhcpClients: readonly DhcpClientService[];
  readonly dhcpServers: readonly DhcpServerService[];
  readonly pppoe?: readonly PppoeService[] | undefined;
  readonly dns?: DnsService | undefined;
}
