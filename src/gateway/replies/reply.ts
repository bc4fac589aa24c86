import type { Address, Ipv4, Prefix } from '../../net/index.ts';
import type { Rib, World } from '../../rib/index.ts';
import type { Diagnostic } from '../../text/index.ts';
import type { Condition } from '../conditions/index.ts';
import type { ActiveDefault, JournalEntry, LineState } from '../core/index.ts';

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

/** What the gateway knows and is worried about. */
export interface StatusReply {
  readonly world: World;
  readonly active: readonly ActiveDefault[];
  readonly hosts: readonly HostReply[];
  /** Uplinks with what is known of each; empty at RouterOS's pace. */
  readonly lines: readonly LineState[];
  readonly conditions: readonly Condition[];
  /** The latest decisions, oldest first (at most 200). */
  readonly journal: readonly JournalEntry[];
  readonly seed: number;
}

/** What the kernel counted since our table was loaded. */
export interface CountersReply {
  readonly rules: readonly RuleCounter[];
  readonly connections: readonly MarkCount[];
}

/** What became of another configuration. */
export interface ConfigReply {
  /** False: it has errors, and the gateway stays as it is. */
  readonly accepted: boolean;
  readonly diagnostics: readonly Diagnostic[];
}
