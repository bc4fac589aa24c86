import type { Refused } from './questions.ts';

/** Thrown where a question means nothing; the worker's only exception that is no defect. */
export class NotAsked extends Error {
  readonly refused: Refused;
  constructor(refused: Refused) {
    super(refused.why.join(' '));
    this.refused = refused;
  }
}

/** False: a newer question came meanwhile. */
export type IsWanted = () => boolean;
