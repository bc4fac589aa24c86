import type { Duplex } from 'node:stream';
import type { ConfigOptions } from '../config/index.ts';
import type { Namespace } from '../sys/index.ts';
import type { UnsupportedName } from '../walk/index.ts';
import type { PastReader } from './answers/past-reader.ts';
import type { Balance, Failback, GatewayEvent, Pace } from './core/index.ts';

/** Whose timers decide whether a line is dead, and about which lines. */
export interface HealthOptions {
  /** RouterOS's, as the text has them (default), or jalur's own. This and what follows goes before what an intent says. */
  readonly pace?: Pace | undefined;
  /** Where neither the user nor an intent says it. */
  readonly usualPace?: Pace | undefined;
  /** At jalur's pace: lines of which the text checks no route are judged, too. */
  readonly autoHealth?: boolean | undefined;
  /** At jalur's pace: what becomes of connections of an outage when the dead line returns; default: they stay. */
  readonly failback?: Failback | undefined;
}

/** How a configuration is run. */
export interface RunOptions extends HealthOptions {
  /** Every packet is asked by every rule; default: connections keep what was decided about them. */
  readonly plain?: boolean | undefined;
  /** Each rule counts every packet that it is about: no connection keeps decisions. */
  readonly exactCounters?: boolean | undefined;
  /** How connections are divided where the text has PCC; default: by its remainder. */
  readonly balance?: Balance | undefined;
  /** New connections avoid lines that are full while others are not. */
  readonly spill?: boolean | undefined;
  /** A bench has the text run at a pace of its own, and has made its lines: what the text asks for beside it is passed over. */
  readonly isBench?: boolean | undefined;
  /** A file that says who is told of what happens; it goes before what an intent says. */
  readonly notifyFile?: string | undefined;
}

/** What a gateway is about, for whoever watches over it: its configuration is being changed, that is done, or it ends. */
export type Phase = 'changing' | 'changed' | 'stopping';

/** How a gateway is started. */
export interface GatewayOptions extends ConfigOptions, RunOptions {
  /** RouterOS configuration, or a folder with one. */
  readonly file: string | readonly string[];
  /** Control socket and what to undo are kept here, for as long as the machine runs. */
  readonly stateDir: string;
  /** Seed and the leases of our servers, which outlive a reboot; default: `stateDir`. */
  readonly durableDir?: string | undefined;
  /** Under which it is known, and what outlives a reboot is kept; default: `host`. */
  readonly name?: string | undefined;
  /** Seed of the PCC hashes, unsigned 32-bit; default: the kept one, else a random one. */
  readonly seed?: number | undefined;
  /** What cannot be enforced and the user goes without. */
  readonly skipUnsupported?: readonly UnsupportedName[] | undefined;
  /** Leave everything in the kernel when it stops. */
  readonly leave?: boolean | undefined;
  /** Network namespace to be the gateway of; default: the one we are in. */
  readonly ns?: Namespace | undefined;
  /** Keep what happens and what is measured in `durableDir`. */
  readonly journal?: boolean | undefined;
  /** The user of the process of the pages: it is served on a socket of its own, where it may ask for less. Default: nobody is. */
  readonly webUser?: string | undefined;
  /** Reads what is kept in a folder, for who asks about the past. */
  readonly past?: ((durableDir: string) => PastReader) | undefined;
  /** Who started it, for the journal. */
  readonly by?: string | undefined;
  /** A control connection to whoever started us; the gateway stops when its other end is gone. */
  readonly parent?: Duplex | undefined;
  readonly onEvent?: ((event: GatewayEvent) => void) | undefined;
  readonly onPhase?: ((phase: Phase) => void) | undefined;
}
