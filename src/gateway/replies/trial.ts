import type { GatewayState } from '../core/index.ts';
import { digestOf } from '../state/index.ts';

/** A configuration that is taken back unless it is confirmed. */
export interface TrialReply {
  readonly file: string;
  /** Of its texts: what a confirmation means. */
  readonly hash: string;
  /** When it is taken back (ISO 8601, UTC). */
  readonly until: string;
  /** The kernel has it. */
  readonly inForce: boolean;
  /** Hash of the one before, which comes back. */
  readonly previous: string;
}

/** So much of a hash is said, and tells configurations apart. */
export const shortHash = (hash: string): string => hash.slice(0, 12);

const none: ReadonlyMap<string, string> = new Map();

/** Undefined: none is on trial. `nowMs`: CLOCK_MONOTONIC. */
export const trialReply = (
  { config, trial }: Pick<GatewayState, 'config' | 'trial'>,
  nowMs: number,
): TrialReply | undefined =>
  trial && {
    file: config.file,
    hash: digestOf(config.texts ?? none),
    until: new Date(Date.now() + trial.untilMs - nowMs).toISOString(),
    inForce: trial.inForceMs !== undefined,
    previous: digestOf(trial.previous.texts ?? none),
  };
