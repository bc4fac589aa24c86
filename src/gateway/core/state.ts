import type { SharedRules } from '../../compile/index.ts';
import type { LineEvidence, SharesState } from '../../health/index.ts';
import type { Program } from '../../linux/index.ts';
import type { Router } from '../../model/index.ts';
import type { GatewayCheck, Rib, World } from '../../rib/index.ts';
import type { Ran } from '../../walk/index.ts';
import type { OpenConditions } from '../conditions/index.ts';
import type { Saved, Services } from './effect.ts';
import type { Interfaces, RunConfig } from './event.ts';
import type { HeldLeases } from './leases/held-lease.ts';
import type { Awaited } from './lines/awaited.ts';
import type { Line } from './lines/line.ts';
import { type LineMemory, remembered } from './lines/line-memory.ts';
import type { Judgement, LineState } from './lines/line-state.ts';
import type { Uplink } from './lines/uplink.ts';
import { noScripts, type ScriptState } from './scripts/script-state.ts';
import { type KeptShares, rememberedShares } from './shares/kept-shares.ts';
import type { Trial } from './trial/trial.ts';

/** Why the kernel has to be looked at again, and when that became known. */
export interface Cause {
  readonly reason: string;
  readonly atMs: number;
  /** Something of ours changed: it may be an echo of what we did (`seen`), or is known to be somebody else's doing. */
  readonly drift?: 'seen' | 'by-others' | undefined;
  readonly evidence?: Partial<LineEvidence> | undefined;
}

/** What a configuration asks for in one state of the world. */
export interface Decision {
  readonly config: RunConfig;
  readonly world: World;
  /** What its scripts have made of the configuration. */
  readonly router: Router;
  readonly rib: Rib;
  readonly program: Program;
  /** Lines to be watched. */
  readonly lines: readonly Line[];
  /** Lines whose packets are counted, in the order of their counters. */
  readonly counted: readonly string[];
  /** Lines that connections leave by, at jalur's pace. */
  readonly uplinks: readonly Uplink[];
  /** Connections of an outage are no longer held where they are. */
  readonly isReleased: boolean;
  /** Weights that it was made with, where they are not the text's. */
  readonly weights?: Readonly<Record<string, number>> | undefined;
  /** How connections are divided, where that is not PCC. */
  readonly shares: readonly SharedRules[];
  /** Connections may leave by another line than their address was translated for. */
  readonly mayStray: boolean;
  /** What was known of hosts, and where scripts had brought the configuration. */
  readonly found: ScriptState['found'];
  readonly running: ScriptState['running'];
}

/** A decision that was worked out before the start, and the scripts that ran for it. */
export interface Drafted {
  readonly decision: Decision;
  readonly happened: readonly Ran[];
}

/** Where a turn stands: the kernel is being read, or being changed to `decision`. */
type Turn =
  | { readonly kind: 'idle' }
  | { readonly kind: 'observing' }
  | {
      readonly kind: 'applying';
      readonly causes: readonly Cause[];
      /** When reading the kernel began. */
      readonly readMs: number;
      readonly decision: Decision;
      /** Scripts that ran for it, a sentence each. */
      readonly ran: readonly string[];
    };

/** A line whose connections were moved: it died, or its outage is over and those of it go back. */
export interface MovedLine {
  readonly number: number;
  readonly why: 'died' | 'goes-back';
}

/** Everything the gateway knows. Plain data; the core makes the next one of it. */
export interface GatewayState {
  readonly config: RunConfig;
  /** It is taken back unless somebody confirms it. */
  readonly trial?: Trial | undefined;
  /** That the one in force stays could not be written down. */
  readonly settlesTrial?: boolean | undefined;
  /** Seed of the PCC hashes, unsigned 32-bit. */
  readonly seed: number;
  readonly interfaces: Interfaces;
  /** As their servers gave them last. */
  readonly leases: HeldLeases;
  /** What was used before an answer that must not be. */
  readonly earlier: HeldLeases;
  /** Keys of the checks whose gateway does not answer. */
  readonly unreachable: readonly string[];
  /** Checks under watch. */
  readonly checks: readonly GatewayCheck[];
  /** Lines under watch, at jalur's pace. */
  readonly watched: readonly Line[];
  /** Lines whose cable was out, until somebody behind them answers. */
  readonly awaited: readonly Awaited[];
  /** What was last said of each. */
  readonly judgements: Readonly<Record<string, Judgement>>;
  /** Lines that somebody took down by hand. */
  readonly forced: readonly string[];
  /** Every line and its state, at jalur's pace. */
  readonly lines: Readonly<Record<string, LineState>>;
  /** What lines delivered lately, where shares follow that. */
  readonly sharing?: SharesState | undefined;
  /** Weights that came of it, by connection mark. */
  readonly weights?: Readonly<Record<string, number>> | undefined;
  /** Why they changed last (CLOCK_MONOTONIC). */
  readonly reshared?: { readonly why: string; readonly atMs: number } | undefined;
  /** The time for which connections of an outage stay is over. */
  readonly isDrained: boolean;
  /** Routes have changed a while ago, or the last gateway left connections: they may leave by another line than before. */
  readonly isSettling: boolean;
  /** Connections that were moved a moment ago: those that did not go are moved once more. */
  readonly moved: readonly MovedLine[];
  readonly scripts: ScriptState;
  /** Causes that no turn has taken up yet. */
  readonly pending: readonly Cause[];
  /** Causes of a turn that failed; the next one answers them too. */
  readonly unfinished: readonly Cause[];
  readonly turn: Turn;
  /** What is in the kernel. */
  readonly reached?: Decision | undefined;
  /** Until then: what would be there in the world as it was before the start. */
  readonly drafted?: Drafted | undefined;
  /** What the last gateway had reached, as far as it is known. */
  readonly before?: Pick<LineMemory, 'uplinks' | 'isReleased' | 'isHeld' | 'shares'> | undefined;
  /** What was asked for last; undefined where that has to be asked again. */
  readonly services?: Services | undefined;
  readonly saved?: Saved | undefined;
  /** Of `forced`. */
  readonly savedForced?: readonly string[] | undefined;
  readonly conditions: OpenConditions;
}

/** What a gateway knows at its start. */
export interface Before {
  readonly interfaces?: Interfaces;
  /** Leases of the last one, which have not expired. */
  readonly leases?: HeldLeases;
  /** Lines that had been taken down by hand. */
  readonly forced?: readonly string[];
  /** What it knew of its lines, at jalur's pace. */
  readonly lines?: LineMemory | undefined;
  /** What it knew of what they deliver. */
  readonly shares?: KeptShares | undefined;
}

/** A gateway that has done nothing yet. */
export function initialState(config: RunConfig, seed: number, before: Before = {}): GatewayState {
  const { interfaces = {}, leases = {}, forced = [] } = before;
  const lines = config.pace === 'jalur' ? before.lines : undefined;
  return {
    ...{ config, seed, interfaces, leases, earlier: {}, unreachable: [], checks: [], scripts: noScripts },
    ...{
      watched: [],
      awaited: [],
      judgements: {},
      forced,
      savedForced: forced,
      lines: {},
      isDrained: false,
      moved: [],
    },
    isSettling: lines !== undefined,
    ...{ pending: [], unfinished: [], turn: { kind: 'idle' }, conditions: [] },
    ...remembered(lines),
    ...rememberedShares(config, before.shares),
    before: lines,
  };
}
