import { type AskedBucket, type SeedSearch, solveSeed } from '../../pcc/index.ts';

/** Enough for one bucket of a hundred thousand; a fraction of a second. */
const triesEach = 0x40_0000;

/** Finds boot-time numbers for wanted buckets; remembers answers and keeps a proof from searching for ever. */
export class SeedSolver {
  readonly #known = new Map<string, SeedSearch>();
  readonly #each: number;
  #left: number;

  /** Numbers tried for one question, and for all together. */
  constructor(each = triesEach, inAll = 4 * each) {
    this.#each = each;
    this.#left = inAll;
  }

  solve(hashes: readonly AskedBucket[]): SeedSearch {
    if (hashes.length === 0) return { kind: 'found', seed: 0 };
    const key = JSON.stringify(hashes);
    const known = this.#known.get(key);
    if (known) return known;
    const found = solveSeed(hashes, Math.min(this.#each, this.#left));
    this.#left -= triedOf(found);
    this.#known.set(key, found);
    return found;
  }
}

function triedOf(found: SeedSearch): number {
  if (found.kind === 'found') return found.seed;
  return found.kind === 'not-found' ? found.tried : 0;
}
