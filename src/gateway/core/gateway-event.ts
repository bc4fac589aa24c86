import type { LineEvidence } from '../../health/index.ts';
import type { Dialect } from '../../model/index.ts';
import type { Ipv4 } from '../../net/index.ts';
import type { Lease } from '../../rib/index.ts';
import type { Diagnostic } from '../../text/index.ts';
import type { Condition } from '../conditions/index.ts';
import type { LineState } from './lines/line-state.ts';

/** One default route that packets may take now: the short form of the RIB for progress lines. */
export interface ActiveDefault {
  readonly table: string;
  /** As configured: `10.10.10.1`, `8.8.4.4`. */
  readonly gateways: readonly string[];
  /** Where packets leave: interface names, one per immediate next hop. */
  readonly interfaces: readonly string[];
  readonly distance: number;
}

/** Why something was decided, when that became known, and what it rests on. */
export interface DecisionCause {
  readonly reason: string;
  /** CLOCK_MONOTONIC, ms. */
  readonly atMs: number;
  readonly evidence?: Partial<LineEvidence> | undefined;
}

/** How long each step of a decision took, ms. */
export interface DecisionSteps {
  /** From the first cause until the kernel was read. */
  readonly waited: number;
  /** Reading the kernel and deciding. */
  readonly decided: number;
  /** Changing the kernel, and reading back what it holds. */
  readonly applied: number;
}

/** One decision of the gateway. `durationMs` from its first cause until the kernel had it. */
export interface DecisionEntry {
  readonly durationMs: number;
  /** All causes as one sentence. */
  readonly reason: string;
  readonly causes: readonly DecisionCause[];
  readonly steps: DecisionSteps;
  /** What was done to the kernel, one line each; empty where nothing had to change. */
  readonly changes: readonly string[];
  /** What the machine refused of it, one line each. */
  readonly refused: readonly string[];
  /** Scripts of the configuration that ran, one line each. */
  readonly scripts: readonly string[];
}

/** A decision as an event. */
export type DecisionEvent = Extract<GatewayEvent, { readonly type: 'decision' }>;

/** A WAN that carries nothing yet, and what it waits for. */
export interface WaitingLine {
  readonly line: string;
  readonly for: 'interface' | 'carrier' | 'lease';
}

/** Everything the gateway says by itself. `atMs` is CLOCK_MONOTONIC in ms: comparable between processes of one machine. */
export type GatewayEvent =
  /** The first state is in the kernel. `waiting`: WANs without link or lease yet (events of theirs follow). */
  | {
      readonly type: 'ready';
      readonly atMs: number;
      readonly durationMs: number;
      readonly dialect: Dialect;
      readonly waiting: readonly WaitingLine[];
    }
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
  /** A line's state changed. */
  | ({ readonly type: 'line'; readonly atMs: number } & LineState)
  /** A host that netwatch asks answers now, or does not. */
  | {
      readonly type: 'host';
      readonly atMs: number;
      readonly host: Ipv4;
      readonly status: 'up' | 'down';
    }
  /** A script of the configuration ran, or was left because what it does is not certain at `line`. */
  | {
      readonly type: 'script';
      readonly atMs: number;
      /** `down-script`, `on-event` … */
      readonly property: string;
      /** Of its item: `office.rsc:12`. */
      readonly place: string;
      readonly outcome: 'changed' | 'unchanged' | 'uncertain';
      readonly line?: number | undefined;
    }
  /** What was decided, why, and what was done; also where nothing had to change. */
  | ({ readonly type: 'decision'; readonly atMs: number } & DecisionEntry)
  /** The kernel was changed. `atMs`: when it was done; `durationMs` from its cause to then. */
  | {
      readonly type: 'routes-changed';
      readonly atMs: number;
      readonly durationMs: number;
      readonly reason: string;
      readonly active: readonly ActiveDefault[];
    }
  /** Connections of a dead line, or of an outage that is over: TCP that was made to speak, and the rest that begins anew. */
  | {
      readonly type: 'flows';
      readonly atMs: number;
      readonly durationMs: number;
      readonly reset: number;
      readonly begunAnew: number;
    }
  /** A configuration came into force, was refused, or is to stay. */
  | {
      readonly type: 'config';
      readonly atMs: number;
      readonly file: string;
      readonly how: 'start' | 'reload' | 'signal' | 'apply' | 'confirm' | 'rolled-back';
      /** Who asked for it, as far as is known: `budi`, `budi from 192.168.88.10`. */
      readonly by?: string | undefined;
      readonly result: 'in-force' | 'on-trial' | 'partly' | 'refused';
      /** SHA-256 of its texts, which may hold secrets. */
      readonly digest?: string | undefined;
      readonly changes: number;
    }
  /** A message was delivered, was not and is tried again (the first time that is said), or is given up. */
  | {
      readonly type: 'notification';
      readonly atMs: number;
      readonly receiver: string;
      /** `webhook`, `telegram` … */
      readonly channel: string;
      /** Its first line. */
      readonly title: string;
      readonly result: 'delivered' | 'failed' | 'lost';
      readonly attempts: number;
      /** What came back. */
      readonly said: string;
      readonly tookMs: number;
    }
  /** The configuration cannot be run (then the gateway ends, nothing applied) or is doubtful. */
  | { readonly type: 'diagnostics'; readonly atMs: number; readonly diagnostics: readonly Diagnostic[] }
  /** A condition was raised, or what it says changed. */
  | { readonly type: 'problem'; readonly atMs: number; readonly condition: Condition }
  /** A condition was cleared. */
  | { readonly type: 'cleared'; readonly atMs: number; readonly condition: Condition }
  | { readonly type: 'stopped'; readonly atMs: number; readonly undone: boolean };
