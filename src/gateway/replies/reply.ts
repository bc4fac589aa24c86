import type { DeliveryFigures, TestResult } from '../../delivery/index.ts';
import type { Dialect } from '../../model/index.ts';
import type { Address, BitRate, Ipv4, Prefix } from '../../net/index.ts';
import type { EventKind } from '../../notify/index.ts';
import type { Lease, Rib, World } from '../../rib/index.ts';
import type { Diagnostic, Language } from '../../text/index.ts';
import type { Condition } from '../conditions/index.ts';
import type { ActiveDefault, Balance, LineState, Pace } from '../core/index.ts';
import type { Recorded } from '../history/index.ts';
import type { Source } from './network-reply.ts';
import type { TrialReply } from './trial.ts';

/** A route as the kernel holds it, read back; `table` is RouterOS's name of the Linux table. */
export interface FibRoute {
  readonly table: string;
  readonly tableId: number;
  readonly destination: Prefix;
  readonly type: string;
  readonly nextHops: readonly {
    readonly address?: Address | undefined;
    readonly interface: string;
    readonly weight: number;
  }[];
  readonly prefSrc?: Address | undefined;
  /** Linux route protocol number (rtnetlink(7)): 2 kernel, ours as in compile's marks. */
  readonly protocol: number;
}

/** Counter of one firewall rule as the kernel counted it; `place` is `file:line` of the statement, empty for our own. */
export interface RuleCounter {
  readonly chain: string;
  readonly place: string;
  readonly comment: string;
  readonly packets: number;
  readonly bytes: number;
  /** What it counts goes no further. */
  readonly drops: boolean;
  /** Of a set of the kernel, whose order is not that of the rules. */
  readonly isElement?: true;
}

/** Connections the kernel tracks now that carry one connection mark; `mark` is its name, `''` for none. */
export interface MarkCount {
  readonly mark: string;
  readonly connections: number;
}

/** All candidates with their reasons, and what the kernel's tables really hold. */
export interface RoutesReply {
  readonly rib: Rib;
  readonly fib: readonly FibRoute[];
  /** Active routes of the RIB that the kernel does not hold, or ours that it holds too many: sentences; empty when in step. */
  readonly differences: readonly string[];
}

/** A host that netwatch asks; no status: nothing has been found yet. */
export interface HostReply {
  readonly host: Ipv4;
  readonly status?: 'up' | 'down' | undefined;
}

/** A gateway as such: which one it is, and what it runs. */
export interface Identity {
  /** Under which what outlives a reboot is kept. */
  readonly name: string;
  readonly version: string;
  readonly pid: number;
  /** The configuration that is in force. */
  readonly file: string;
  /** Of RouterOS, that the text is read as: `v7`. */
  readonly dialect: Dialect;
  readonly pace: Pace;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
}

/** One uplink: its state, and what it carries. */
export interface LineReply extends Omit<LineState, 'sinceMs'> {
  /** As people call it: `ISP2 (ether2)`. */
  readonly label: string;
  /** How long it is in that state; undefined where nobody has noted since when (RouterOS's pace). */
  readonly forMs?: number | undefined;
  readonly addresses: readonly string[];
  readonly gateway?: Ipv4 | undefined;
  /** `leftMs`: until it expires. */
  readonly lease?: (Lease & { readonly leftMs: number }) | undefined;
  /** bit/s over the last seconds. */
  readonly rate?: { readonly receivedBps: number; readonly sentBps: number } | undefined;
  /** Connections that were opened by it lately, and its share (0 to 1) of all where there were any; undefined where they are not counted. */
  readonly opened?:
    | { readonly connections: number; readonly share?: number | undefined; readonly overMs: number }
    | undefined;
  /** Of new connections, 0 to 1, as the configuration promises it now; undefined: it is being worked out, or nobody promises. */
  readonly promised?: number | undefined;
  /** What the line can carry, as the configuration says (bit/s), and where. Undefined: it does not say. */
  readonly limits?: LineLimits | undefined;
  /** The last time that it was down before now; undefined: none is known. */
  readonly lastOutage?: LastOutage | undefined;
}

/** What a line can carry. */
export interface LineLimits {
  readonly downloadBps?: BitRate | undefined;
  readonly uploadBps?: BitRate | undefined;
  readonly source?: Source | undefined;
}

/** When a line was down last (ISO 8601, UTC). */
export interface LastOutage {
  readonly from: string;
  /** Undefined: it is down still. */
  readonly until?: string | undefined;
  readonly cause?: string | undefined;
}

/** A condition that is open, and since when (ISO 8601, UTC). */
export interface OpenCondition extends Condition {
  readonly since?: string | undefined;
}

/** How connections are divided where a table of buckets does it. */
export interface SharingReply {
  readonly balance: Balance;
  /** New connections avoid full lines. */
  readonly spill: boolean;
  readonly marks: readonly {
    /** The connection mark, and the line that it leads to where that is known. */
    readonly mark: string;
    readonly line?: string | undefined;
    /** Parts of 1: as the configuration states it, as it is while every line lives, and now. */
    readonly stated: number;
    readonly share: number;
    readonly now: number;
  }[];
  /** Why shares changed last, and how long ago. */
  readonly last?: { readonly why: string; readonly forMs: number } | undefined;
}

/** What the gateway is, knows and is worried about. */
export interface StatusReply extends Identity {
  readonly upMs: number;
  /** The kernel holds the firewall, and forwards. */
  readonly forwards: boolean;
  readonly lines: readonly LineReply[];
  /** Default routes in force. */
  readonly active: readonly ActiveDefault[];
  readonly conditions: readonly OpenCondition[];
  /** Undefined: nothing waits to be confirmed. */
  readonly trial?: TrialReply | undefined;
  readonly hosts: readonly HostReply[];
  readonly world: World;
  readonly seed: number;
  /** Undefined: PCC divides. */
  readonly sharing?: SharingReply | undefined;
}

/** What the gateway has said lately, oldest first; `earlier`: what came before that is not kept any more. */
export interface EventsReply {
  readonly events: readonly Recorded[];
  readonly earlier: boolean;
}

/** A line after it was taken down, or given back to its health. */
export interface WanReply {
  readonly line: LineReply;
  /** False: it was so before. */
  readonly changed: boolean;
}

/** One that is told of what happens. */
export interface NotifiedReceiver {
  readonly receiver: string;
  readonly channel: DeliveryFigures['channel'];
  readonly events: readonly EventKind[];
  /** So long something has to last before it is told. */
  readonly waitMs: number;
  readonly language: Language;
  /** Since the start; undefined: nothing is known yet. */
  readonly figures?: Omit<DeliveryFigures, 'receiver' | 'channel'> | undefined;
}

/** Who is told, and what came of test messages where they were asked for. */
export interface NotifyReply {
  readonly receivers: readonly NotifiedReceiver[];
  readonly results: readonly TestResult[];
}

/** What the kernel counted since our table was loaded. */
export interface CountersReply {
  readonly rules: readonly RuleCounter[];
  readonly connections: readonly MarkCount[];
}

/** What became of another configuration, and what it changed in the kernel. */
export interface ChangeReply extends ConfigReply {
  readonly file: string;
  /** Of the texts in force after it. */
  readonly hash: string;
  /** One line each; empty: nothing had to change. */
  readonly changes: readonly string[];
  /** What the machine refused of it; it is tried again. */
  readonly refused: readonly string[];
}

/** `until`: it is taken back then unless it is confirmed (ISO 8601, UTC). */
export interface ApplyReply extends ChangeReply {
  readonly until?: string | undefined;
  readonly saved?: SavedReply | undefined;
}

/** The configuration that stays; `hash` of its texts. */
export interface ConfirmReply {
  readonly file: string;
  readonly hash: string;
  readonly saved?: SavedReply | undefined;
}

/** What became of writing texts into their files; `problem`: why not all of them, or none. */
export interface SavedReply {
  readonly files: readonly string[];
  readonly problem?: { readonly what: string; readonly do: string } | undefined;
}

/** What became of another configuration. */
export interface ConfigReply {
  /** False: it has errors, and the gateway stays as it is. */
  readonly accepted: boolean;
  readonly diagnostics: readonly Diagnostic[];
}
