import type { Engine, Netwatch, Router } from '../../model/index.ts';
import type { RibOptions, Situation, World } from '../../rib/index.ts';
import type { Forgotten, Globals } from '../../rsc/index.ts';
import type { Prepared } from '../prepare.ts';
import type { EventPoint } from './point.ts';
import type { Status } from './probe.ts';
import type { Due, LinesUp } from './scripts.ts';

/** A state of the world in which a configuration is what its scripts have made of it. */
export interface Phase extends Situation {
  readonly router: Router;
}

/** Probes that go up and down for ever, because of what their scripts do. */
interface Flapping {
  readonly probes: readonly Netwatch[];
  /** The states between which the router goes. */
  readonly phases: readonly Phase[];
}

/** A script that has run. */
export interface Ran {
  readonly script: Due;
  readonly isChange: boolean;
  /** Its statements that are not certain. */
  readonly open: readonly EventPoint[];
  /** Connections that it removes; undefined: some that only a router could tell. */
  readonly forgotten: readonly (Forgotten | undefined)[];
}

/** How a router comes to rest. */
export interface Settled extends Phase {
  /** As its last probes were walked: nothing is assumed in it; undefined: it has none. */
  readonly prepared?: Prepared | undefined;
  /** Statements of scripts that are not certain, and events of which nobody knows whether they happen. */
  readonly points: readonly EventPoint[];
  readonly flapping?: Flapping | undefined;
  /** Scripts of what has gone down that have changed something, in order. */
  readonly ran: readonly Due[];
  /** All scripts that have run since it rested last. */
  readonly happened: readonly Ran[];
  /** Where its next events start from. */
  readonly running: Running;
}

/** A router with what its events have made of it so far. */
export interface Running {
  readonly text: Router;
  readonly router: Router;
  /** The world of the text. */
  readonly base: World;
  readonly up: LinesUp;
  readonly statuses: ReadonlyMap<string, Status>;
  readonly globals: Globals;
  readonly points: readonly EventPoint[];
  readonly ran: readonly Due[];
}

/** What a gateway that runs sees of events, instead of what the text lets expect. */
export interface Observed {
  /** What probes have found, by the id of their netwatch; one that is not here has found nothing yet. */
  readonly found: Readonly<Record<string, 'up' | 'down'>>;
  /** Ids of the scheduler's items whose time has come. */
  readonly due: readonly string[];
}

export interface SettleOptions extends RibOptions {
  /** `script@12`: `yes` or `no` for the condition of line 12. */
  readonly assume?: Readonly<Record<string, string>> | undefined;
  /** Whose scripts run; RouterOS's where not said. */
  readonly engine?: Engine | undefined;
  readonly observed?: Observed | undefined;
}
