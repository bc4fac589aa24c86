import type {
  ControlRequestType,
  ControlValues,
  RatesMessage,
  Recorded,
  Stated,
} from '../../gateway/index.ts';

/** What the gateway says by itself; `gap`: something before this was lost. */
export interface DaemonListener {
  event(recorded: Recorded, run: string): void;
  rates(rates: RatesMessage): void;
  gap(): void;
  offline(why: DaemonTrouble): void;
  online(): void;
}

/** Why it does not answer, and what helps. */
export interface DaemonTrouble {
  readonly what: string;
  readonly do: string;
}

/** The gateway as the pages see it: the one door to it. Tests put another one in its place. */
export interface Daemon {
  /** Undefined: it answers. */
  readonly trouble: DaemonTrouble | undefined;
  /** Asks. Rejects with ApiProblem where it cannot answer or is not there. */
  ask<K extends ControlRequestType>(type: K, stated?: Stated<K>): Promise<ControlValues[K]>;
  /** Hears what it says from now on; returns the end of that. */
  listen(listener: DaemonListener): () => void;
  /** How often a second rates are wanted from now on, at most 10; 0: not at all, and the gateway reads nothing for them. */
  followRates(hz: number): void;
  /** Events that are kept of the run that goes on, after one of them; undefined: they are not known to be all. */
  since(run: string, seq: number): readonly Recorded[] | undefined;
  close(): void;
}

export type { ControlRequestType, ControlValues, Recorded };
