import type { Dialect } from '../../model/index.ts';
import type { ApplyReply } from './reply.ts';

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
  /** It is taken back then (ISO 8601, UTC) unless it is confirmed; `inForce`: the kernel has it. `previous`: hash of the one before. */
  readonly trial?:
    | { readonly until: string; readonly inForce: boolean; readonly previous: string }
    | undefined;
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

/** What is in force after a rollback; `hash` of its texts. */
export interface RollbackReply extends ApplyReply {
  readonly hash: string;
}
