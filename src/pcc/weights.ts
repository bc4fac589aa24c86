/** One rule of a PCC family: the remainder it takes and what it gives it to. */
export interface BucketOwner {
  readonly remainder: number;
  readonly owner: string;
}

/** A share of the traffic in whole numbers: 2 and 1 for two thirds and one third. */
export interface Weight {
  readonly owner: string;
  readonly weight: number;
}

/** What a set of rules of one kind and denominator adds up to. */
export interface Balance {
  readonly denominator: number;
  readonly weights: readonly Weight[];
  /** Remainders that no rule takes: that part stays unmarked. */
  readonly missing: readonly number[];
  /** Remainders ≥ denominator: such rules never match. */
  readonly dead: readonly number[];
  /** Remainders that more than one rule takes; the first rule counts here, as with `connection-mark=no-mark`. */
  readonly repeated: readonly number[];
}

/** Rules → weights: 3/0→A, 3/1→A, 3/2→B is A 2 : B 1. Owners in order of appearance. */
export function balanceOf(denominator: number, rules: readonly BucketOwner[]): Balance {
  const taken = new Map<number, string>();
  const repeated = new Set<number>();
  for (const { remainder, owner } of rules) {
    if (taken.has(remainder)) repeated.add(remainder);
    else taken.set(remainder, owner);
  }
  const alive = [...taken].filter(([remainder]) => remainder < denominator);
  return {
    denominator,
    weights: tally(alive.map(([, owner]) => owner)),
    missing: Array.from({ length: denominator }, (_, i) => i).filter(i => !taken.has(i)),
    dead: [...taken.keys()].filter(remainder => remainder >= denominator),
    repeated: [...repeated],
  };
}

/** Weights → rules: the smallest denominator that holds the ratio, buckets dealt out in order. */
export function bucketsFor(weights: readonly Weight[]): { denominator: number; rules: BucketOwner[] } {
  const divisor = weights.reduce((sum, { weight }) => gcd(sum, weight), 0) || 1;
  const owners = weights.flatMap(({ owner, weight }) => Array<string>(weight / divisor).fill(owner));
  return { denominator: owners.length, rules: owners.map((owner, remainder) => ({ remainder, owner })) };
}

function tally(owners: readonly string[]): Weight[] {
  const counts = new Map<string, number>();
  for (const owner of owners) counts.set(owner, (counts.get(owner) ?? 0) + 1);
  return [...counts].map(([owner, weight]) => ({ owner, weight }));
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));
