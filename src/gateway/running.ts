import type { Config } from '../config/index.ts';
import type { ServiceSet } from '../dhcp/index.ts';
import type { Program } from '../linux/index.ts';
import type { Dialect } from '../model/index.ts';
import type { Prober } from '../probe/index.ts';
import type { Rib, World } from '../rib/index.ts';
import type { Namespace } from '../sys/index.ts';
import type { ClientSet } from './clients.ts';
import type { ConditionBook } from './conditions.ts';
import type { GatewayEvent } from './ipc.ts';
import type { Journal } from './journal.ts';
import type { Machine } from './machine.ts';
import type { SavedWorld } from './saved-world.ts';
import type { WorldBook } from './world-book.ts';

/** How a gateway is started. */
export interface GatewayOptions {
  /** RouterOS configuration, or a folder with one. */
  readonly file: string;
  /** Seed, server leases and what to undo are kept here. */
  readonly stateDir: string;
  /** Overrides what the text says about its version. */
  readonly dialect?: Dialect | undefined;
  /** Seed of the PCC hashes, unsigned 32-bit; default: the kept one, else a random one. */
  readonly seed?: number | undefined;
  /** Leave everything in the kernel when it stops. */
  readonly leave?: boolean | undefined;
  /** Network namespace to be the gateway of; default: the one we are in. */
  readonly ns?: Namespace | undefined;
  readonly onEvent: (event: GatewayEvent) => void;
}

/** What was reached last: the world seen, the RIB that follows, and the Program that is in the kernel. */
export interface Reached {
  readonly world: World;
  readonly rib: Rib;
  readonly program: Program;
}

/** All parts of a running gateway. */
export interface Running {
  readonly options: GatewayOptions;
  readonly seed: number;
  readonly machine: Machine;
  readonly book: WorldBook;
  readonly prober: Prober;
  /** Keys of the checks whose gateway does not answer. */
  readonly unreachable: Set<string>;
  readonly clients: ClientSet;
  readonly servers: ServiceSet;
  readonly journal: Journal;
  readonly conditions: ConditionBook;
  /** Keeps for `jalur routes` what only a running gateway knows. */
  readonly save: (world: SavedWorld) => void;
  config: Config;
  reached?: Reached | undefined;
}
