import type { Exploration } from '../../walk/index.ts';

/** Ways of one packet that are walked at most; fewer once several packets had more, and fewest once that has cost much. */
const most = 4096;
const few = 16;
const fewest = 2;
const patience = 2;
const budget = 20_000;

/**
 * How many ways are walked of the next packet. Where rules ask so much of a packet that some have more ways than can be
 * walked, most others have as well: the first of them show what can be known, and the rest would only take time.
 */
export class WaysLimit {
  #cutShort = 0;
  #walked = 0;

  get now(): number {
    if (this.#cutShort < patience) return most;
    return this.#walked < budget ? few : fewest;
  }

  /** The same exploration, taken note of. */
  noted<T>(exploration: Exploration<T>): Exploration<T> {
    const { complete, outcomes, links } = exploration;
    if (!complete) this.#cutShort++;
    this.#walked += outcomes.length + links.length;
    return exploration;
  }
}
