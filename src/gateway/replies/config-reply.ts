import type { SharingInForce } from '../../compile/index.ts';
import type { Dialect } from '../../model/index.ts';
import type { TrialReply } from './trial.ts';

/** One file of a configuration, as it was read. It may hold secrets. */
export interface TextReply {
  readonly file: string;
  readonly text: string;
}

/** The configuration that is in force. */
export interface TextsReply {
  /** Of its texts (SHA-256): what `ifHash` of other requests is compared with. */
  readonly hash: string;
  readonly file: string;
  readonly dialect: Dialect;
  /** The files or folders that it was read from, as they were named. */
  readonly source: readonly string[];
  readonly texts: readonly TextReply[];
  /** It is taken back unless it is confirmed. */
  readonly trial?: TrialReply | undefined;
  /** Undefined: PCC divides connections. */
  readonly sharing?: SharingInForce | undefined;
}

/** What became of a configuration that somebody asked for. */
export interface AppliedEntry {
  /** ISO 8601, UTC. */
  readonly time: string;
  readonly file: string;
  readonly how: string;
  readonly by?: string | undefined;
  readonly result: string;
  readonly changes: number;
  /** Of its texts. */
  readonly hash?: string | undefined;
  /** What else belongs to it in the journal has the same one. */
  readonly correlation: string;
  /** Its texts are kept: `rollback` can return to it. */
  readonly kept: boolean;
}

/** The latest first. */
export interface AppliedReply {
  readonly items: readonly AppliedEntry[];
}
