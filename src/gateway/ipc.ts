import type { Dialect } from '../model/index.ts';
import type { Ipv4, Ipv4Prefix } from '../net/index.ts';
import type { Lease, Rib, World } from '../rib/index.ts';
import type { Diagnostic } from '../text/index.ts';
import type { Condition } from './condition.ts';

/** A route as the kernel holds it, read back; `table` is RouterOS's name of the Linux table. */
export interface FibRoute {
  readonly table: string;
  readonly tableId: number;
  readonly destination: Ipv4Prefix;
  readonly type: string;
  readonly nextHops: readonly {
    readonly address?: Ipv4 | undefined;
    readonly interface: string;
    readonly weight: number;
  }[];
  readonly prefSrc?: Ipv4 | undefined;
  /** Linux route protocol number (rtnetlink(7)): 2 kernel, ours as in compile's marks. */
  readonly protocol: number;
}

/** One default route that packets may take now: the short form of the RIB for progress lines. */
export interface ActiveDefault {
  readonly table: string;
  /** As configured: `10.10.10.1`, `8.8.4.4`. */
  readonly gateways: readonly string[];
  /** Where packets leave: interface names, one per immediate next hop. */
  readonly interfaces: readonly string[];
  readonly distance: number;
}

/** Counter of one firewall rule as the kernel counted it; `place` is `file:line` of the statement, empty for our own. */
export interface RuleCounter {
  readonly chain: string;
  readonly place: string;
  readonly comment: string;
  readonly packets: number;
  readonly bytes: number;
}

/** Connections the kernel tracks now that carry one connection mark; `mark` is its name, `''` for none. */
export interface MarkCount {
  readonly mark: string;
  readonly connections: number;
}

/** Everything the gateway says by itself. `atMs` is CLOCK_MONOTONIC in ms: comparable between processes of one machine. */
export type GatewayEvent =
  /** The first reconcile is in the kernel; DHCP leases may still be missing (then `lease` events follow). */
  | { readonly type: 'ready'; readonly atMs: number; readonly durationMs: number; readonly dialect: Dialect }
  | {
      readonly type: 'lease';
      readonly atMs: number;
      readonly interface: string;
      /** Undefined: the lease was lost. */
      readonly lease?: Lease | undefined;
      /** ms from the first DISCOVER of this binding; undefined for a lost lease. */
      readonly durationMs?: number | undefined;
    }
  | {
      readonly type: 'link';
      readonly atMs: number;
      readonly interface: string;
      readonly running: boolean;
    }
  /** A checked gateway changed its state; `key` as in `Rib.checks`, `silentMs` since the last answer before it died. */
  | {
      readonly type: 'check';
      readonly atMs: number;
      readonly key: string;
      readonly address: Ipv4;
      readonly interface: string;
      readonly reachable: boolean;
      readonly silentMs?: number | undefined;
    }
  /** A reconcile changed the kernel. `atMs`: when it was done; `durationMs` from its cause to then. */
  | {
      readonly type: 'routes-changed';
      readonly atMs: number;
      readonly durationMs: number;
      readonly reason: string;
      readonly active: readonly ActiveDefault[];
    }
  /** The configuration cannot be run (then the process ends with exit code 1, nothing applied) or is doubtful. */
  | { readonly type: 'diagnostics'; readonly atMs: number; readonly diagnostics: readonly Diagnostic[] }
  /** The machine refused something, or a service died. */
  | { readonly type: 'problem'; readonly atMs: number; readonly condition: Condition }
  | { readonly type: 'stopped'; readonly atMs: number; readonly undone: boolean };

/** What a parent may ask; `id` comes back in the reply. */
export type GatewayRequest =
  | { readonly type: 'routes'; readonly id: number }
  | { readonly type: 'status'; readonly id: number }
  | { readonly type: 'counters'; readonly id: number }
  /** Read this file and reconcile to it; refused (with its diagnostics) where it has errors. */
  | { readonly type: 'replace-config'; readonly id: number; readonly file: string }
  /** Answered when everything is undone (unless started with --leave); then the process ends with code 0. */
  | { readonly type: 'stop'; readonly id: number };

/** All candidates with their reasons, and what the kernel's tables really hold. */
export interface RoutesReply {
  readonly rib: Rib;
  readonly fib: readonly FibRoute[];
  /** Active routes of the RIB that the kernel does not hold, or ours that it holds too many: sentences; empty when in step. */
  readonly differences: readonly string[];
}

/** One decision of the loop. */
export interface JournalEntry {
  readonly atMs: number;
  readonly durationMs: number;
  readonly reason: string;
  /** What was done to the kernel, one line each; empty where nothing had to change. */
  readonly changes: readonly string[];
}

export interface StatusReply {
  readonly world: World;
  readonly active: readonly ActiveDefault[];
  readonly conditions: readonly Condition[];
  /** The latest decisions, oldest first (at most 200). */
  readonly journal: readonly JournalEntry[];
  readonly seed: number;
}

export interface CountersReply {
  readonly rules: readonly RuleCounter[];
  readonly connections: readonly MarkCount[];
}

/** The answer to one request: `value` by its kind, or the condition that prevented it. */
export type GatewayReply =
  | { readonly type: 'reply'; readonly id: number; readonly request: 'routes'; readonly value: RoutesReply }
  | { readonly type: 'reply'; readonly id: number; readonly request: 'status'; readonly value: StatusReply }
  | {
      readonly type: 'reply';
      readonly id: number;
      readonly request: 'counters';
      readonly value: CountersReply;
    }
  | {
      readonly type: 'reply';
      readonly id: number;
      readonly request: 'replace-config';
      readonly value: { readonly accepted: boolean; readonly diagnostics: readonly Diagnostic[] };
    }
  | {
      readonly type: 'reply';
      readonly id: number;
      readonly request: 'stop';
      readonly value: { readonly undone: boolean };
    }
  | { readonly type: 'failed'; readonly id: number; readonly condition: Condition };

/** Everything that travels from the gateway to its parent. */
export type GatewayMessage = GatewayEvent | GatewayReply;
