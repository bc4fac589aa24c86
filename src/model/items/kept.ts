import type { Origin } from './origin.ts';

/** A statement that the model has no place for, verbatim. It is listed, written back and never dropped. */
export interface Kept {
  readonly origin: Origin;
  /** The statement as it stood, without its menu path. */
  readonly text: string;
  readonly reason: 'unknown-menu' | 'not-modelled' | 'not-evaluated' | 'not-understood';
}
