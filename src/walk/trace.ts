import type {
  ConnectionState,
  FirewallRule,
  Matcher,
  Origin,
  QueueTree,
  RoutingRule,
  SimpleQueue,
} from '../model/index.ts';
import type { BitRate } from '../net/index.ts';
import type { RibRoute } from '../rib/index.ts';
import type { Observed } from './observed.ts';
import type { Packet } from './packet.ts';

/** One end of a packet: address as unsigned 32-bit number, port (ICMP: 0). */
export interface Endpoint {
  readonly address: number;
  readonly port: number;
}

/** A table in which the routing decision found nothing, or why it was passed over. */
export interface Missed {
  readonly table: string;
  readonly why: 'no-active-route' | 'unknown-table' | 'suppressed';
}

/** What PCC computed where a rule asked for it. */
export interface Bucket {
  readonly fields: string;
  readonly denominator: number;
  readonly bucket: number;
  /** It is a bucket of a table, which jalur asks instead of PCC: of how many, and whose it is. */
  readonly of?: { readonly buckets: number; readonly mark: string } | undefined;
}

/** One thing that happened to a packet. Closed union by `kind`. */
export type Step =
  | { readonly kind: 'arrived'; readonly interface: string }
  | { readonly kind: 'made'; readonly interface: string }
  | {
      readonly kind: 'tracked';
      readonly state: ConnectionState;
      /** The packet goes against the direction of the connection's first packet. */
      readonly reply: boolean;
      /** Number of the connection, 0 where there is none. */
      readonly connection: number;
      readonly mark: string;
    }
  /** A rule matched and acted. */
  | { readonly kind: 'rule'; readonly rule: FirewallRule; readonly bucket?: Bucket | undefined }
  /** A rule was looked at and `matcher` did not hold (only where asked for). */
  | {
      readonly kind: 'passed-over';
      readonly rule: FirewallRule;
      readonly matcher: Matcher;
      readonly observed: Observed;
    }
  | {
      readonly kind: 'translated';
      readonly side: 'source' | 'destination';
      readonly from: Endpoint;
      readonly to: Endpoint;
      /** The rule that decided it, for this or an earlier packet of the connection. */
      readonly rule?: FirewallRule | undefined;
      readonly first: boolean;
    }
  | {
      readonly kind: 'routed';
      /** Output only: looked up once more after a mark was set. */
      readonly again: boolean;
      readonly mark: string;
      readonly table: string;
      readonly missed: readonly Missed[];
      readonly route?: RibRoute | undefined;
      readonly rule?: RoutingRule | undefined;
      readonly out: string;
      readonly gateway?: number | undefined;
      /** How many next hops it was chosen from. */
      readonly choices: number;
    }
  | { readonly kind: 'local'; readonly address: number }
  | { readonly kind: 'fast-tracked' }
  | Queued
  | QueuedInTree;

/** Seen from the target; `both`: a queue without target tells no directions apart, both of its limits count. */
export type QueueDirection = 'upload' | 'download' | 'both';

/** A line of its own that PCQ gives a packet within its queue (docs/routeros.md#queues). */
export interface PcqLine {
  /** The queue type, and what tells its lines apart: `src-address 192.168.0.10`. */
  readonly type: string;
  readonly key: string;
  /** bit/s of each line; 0: no limit but the queue's own. */
  readonly rate: BitRate;
}

/** A simple queue takes the packet. */
export interface Queued {
  readonly kind: 'queued';
  readonly queue: SimpleQueue;
  readonly direction: QueueDirection;
  /** Only then; undefined: at any time, or at the moment that is asked about. */
  readonly during: SimpleQueue['time'];
  /** It has children, none of which takes the packet. */
  readonly hasChildren: boolean;
  readonly pcq: PcqLine | undefined;
}

/** A leaf of a queue tree takes the packet. */
export interface QueuedInTree {
  readonly kind: 'queued-in-tree';
  readonly queue: QueueTree;
  /** `global`, or the interface whose tree it is. */
  readonly root: string;
  readonly pcq: PcqLine | undefined;
}

/** How a packet leaves, as it is on the wire then. */
interface Leaving {
  readonly out: string;
  readonly gateway?: number | undefined;
  readonly src: Endpoint;
  readonly dst: Endpoint;
}

/** Why the kernel drops a packet for its addresses alone. */
export type MartianReason =
  | 'own-source'
  | 'loopback'
  | 'broadcast-source'
  | 'no-source'
  | 'no-way-back'
  | 'other-way-back';

/** How a walk ends. Closed union by `kind`. */
export type Ending =
  /** Left the router as it should. `wan`: by an uplink; `translated`: its source is not what it was. */
  | (Leaving & { readonly kind: 'forwarded'; readonly wan: boolean; readonly translated: boolean })
  /** Left by the WAN that it came in by. */
  | (Leaving & { readonly kind: 'looped' })
  /** Left by an uplink with a source address of another one: no answer can come. */
  | (Leaving & { readonly kind: 'stuck'; readonly owner: string })
  /** Left by an uplink with a private source address. */
  | (Leaving & { readonly kind: 'leaked' })
  /** Left by a WAN that is dead, which the router does not notice. */
  | (Leaving & { readonly kind: 'lost'; readonly wan: string })
  | { readonly kind: 'delivered' }
  | { readonly kind: 'dropped'; readonly rule: FirewallRule }
  | { readonly kind: 'rejected'; readonly rule: FirewallRule; readonly with: string }
  /** A route or routing rule discards it. */
  | {
      readonly kind: 'discarded';
      readonly type: 'blackhole' | 'unreachable' | 'prohibit' | 'drop';
      readonly route?: RibRoute | undefined;
      readonly rule?: RoutingRule | undefined;
    }
  | { readonly kind: 'no-route' }
  | { readonly kind: 'martian'; readonly why: MartianReason }
  | { readonly kind: 'expired' }
  /** A hotspot keeps back a client that has not logged in. */
  | { readonly kind: 'held-back'; readonly origin: Origin }
  /** An IPsec policy takes it into its tunnel. */
  | { readonly kind: 'encrypted'; readonly origin: Origin }
  /** The router does not forward (`/ip settings ip-forward=no`). */
  | { readonly kind: 'not-forwarded' }
  /** Its connection was masqueraded for another interface: the packet is dropped and the connection forgotten. */
  | { readonly kind: 'moved'; readonly from: string; readonly out: string }
  /** Masquerade found no address on the interface that it leaves by. */
  | { readonly kind: 'no-source'; readonly out: string };

export type EndingKind = Ending['kind'];

/** What happened to one packet, step by step, and how it ended. */
export interface Trace {
  readonly packet: Packet;
  readonly steps: readonly Step[];
  readonly ending: Ending;
}

/** Endings by which a packet leaves the router on an interface. */
export type LeavingEnding = Extract<Ending, { readonly out: string; readonly src: Endpoint }>;

/** The way a packet left, or undefined where it did not leave. */
export function leavingOf({ ending }: Trace): LeavingEnding | undefined {
  return 'src' in ending ? ending : undefined;
}
