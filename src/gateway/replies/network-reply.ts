import type { TrackedConnection } from '../../kernel/index.ts';
import type { Role } from '../../model/index.ts';
import type { BitRate, Ipv4, Ipv4Prefix } from '../../net/index.ts';
import type { Lease } from '../../rib/index.ts';

/** What the kernel said at a moment (ISO 8601, UTC). */
export interface AtMoment {
  readonly at: string;
}

/** A statement of the configuration: its file and line. */
export interface Source {
  readonly file: string;
  readonly line: number;
}

/** What passed one way since the interface exists. */
export interface PassedCount {
  readonly bytes: number;
  readonly packets: number;
  readonly errors: number;
  readonly dropped: number;
}

/** Per second. */
export interface PassedRates {
  readonly receivedBps: number;
  readonly sentBps: number;
  readonly receivedPps: number;
  readonly sentPps: number;
}

/** An interface as the kernel has it, with what the configuration says of it. */
export interface InterfaceReply {
  /** The device. */
  readonly name: string;
  /** As people call it: `ISP2 (ether2)`. */
  readonly label: string;
  /** What the configuration calls it, where Linux has another name. */
  readonly routerName?: string | undefined;
  /** As RouterOS has it (`ether`, `bridge`, `vlan`, `pppoe-client` …), else the kernel's word. */
  readonly type: string;
  /** Undefined: the configuration does not speak of it. */
  readonly source?: Source | undefined;
  readonly comment: string;
  /** By the configuration. */
  readonly disabled: boolean;
  readonly role: Role;
  /** What the role rests on, one sentence. */
  readonly roleBecause?: string | undefined;
  /** False: the configuration speaks of it, and the kernel has none. The figures are zero then. */
  readonly exists: boolean;
  /** Switched on; and with carrier. */
  readonly up: boolean;
  readonly running: boolean;
  readonly mtu: number;
  readonly mac: string;
  readonly addresses: readonly string[];
  /** The bridge that it is a port of. */
  readonly bridge?: string | undefined;
  readonly received: PassedCount;
  readonly sent: PassedCount;
  /** Over the last seconds; undefined: it is not known yet. */
  readonly rates?: PassedRates | undefined;
}

export interface InterfacesReply extends AtMoment {
  readonly interfaces: readonly InterfaceReply[];
}

/** A connection that the kernel tracks. */
export type ConnectionReply = TrackedConnection;

export interface ConnectionsReply extends AtMoment {
  /** Those that the filter lets through, and all that are tracked. */
  readonly total: number;
  readonly tracked: number;
  readonly items: readonly ConnectionReply[];
  /** Where the next page begins; undefined: this was the last. */
  readonly next?: string | undefined;
  /** Does the kernel count what connections carry (net.netfilter.nf_conntrack_acct)? Connections from before it did are not counted. */
  readonly accounting: boolean;
  /** Between which readings rates are; undefined: there was one only. */
  readonly ratesOverMs?: number | undefined;
  /** Of those that the filter lets through: how many use each WAN, and carry each connection mark (`''`: none or another). */
  readonly byWan: Readonly<Record<string, number>>;
  readonly byMark: Readonly<Record<string, number>>;
}

/** What one direction of a queue did since it is there. */
export interface QueueCount {
  readonly bytes: number;
  readonly packets: number;
  readonly dropped: number;
  /** Waiting now. */
  readonly backlogBytes: number;
  readonly backlogPackets: number;
  /** bit/s, since the last question; undefined: nobody has asked within the last minute. */
  readonly rateBps?: number | undefined;
}

/** One direction of a queue; a limit of 0 is none. */
export interface QueueWayReply {
  readonly maxLimitBps: BitRate;
  readonly limitAtBps: BitRate;
  readonly priority: number;
  /** Undefined: the kernel does not hold it. */
  readonly count?: QueueCount | undefined;
}

export interface QueueReply {
  readonly name: string;
  readonly comment: string;
  readonly disabled: boolean;
  readonly source?: Source | undefined;
  /** `simple`, or `tree`, which has one direction (`download`) and is not applied. */
  readonly kind: 'simple' | 'tree';
  readonly targets: readonly string[];
  readonly parent?: string | undefined;
  readonly packetMarks: readonly string[];
  readonly upload?: QueueWayReply | undefined;
  readonly download?: QueueWayReply | undefined;
  /** It is in force: enabled, and in the kernel. */
  readonly applied: boolean;
}

export interface QueuesReply extends AtMoment {
  readonly queues: readonly QueueReply[];
}

/** A lease of a WAN, as its DHCP server gave it. */
export interface WanLeaseReply {
  readonly line: string;
  readonly label: string;
  readonly source?: Source | undefined;
  /** Undefined: it has none now. */
  readonly lease?: Lease | undefined;
  /** ISO 8601, UTC. */
  readonly expiresAt?: string | undefined;
  /** Why what the server said last is not used. */
  readonly refused?: readonly string[] | undefined;
}

/** An address that our DHCP server gave, or keeps for somebody. */
export interface LanLeaseReply {
  /** Interface of the server. */
  readonly interface: string;
  readonly label: string;
  readonly address: Ipv4;
  readonly mac: string;
  /** What the client calls itself, or the configuration calls it. */
  readonly hostname?: string | undefined;
  /** `bound`: given; `waiting`: kept for somebody who has not asked. */
  readonly status: 'bound' | 'waiting';
  /** Kept by the configuration, and what that says of it. */
  readonly source?: Source | undefined;
  readonly comment: string;
  /** ISO 8601, UTC; undefined: never, or it was not given. */
  readonly expiresAt?: string | undefined;
}

export interface LeasesReply extends AtMoment {
  readonly wan: readonly WanLeaseReply[];
  readonly lan: readonly LanLeaseReply[];
  /** DHCP servers that run, with the network that they serve. */
  readonly servers: readonly {
    readonly interface: string;
    readonly network: Ipv4Prefix;
    readonly given: number;
    readonly addresses: number;
  }[];
}
