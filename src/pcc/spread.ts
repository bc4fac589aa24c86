import { chiSquareTail } from './gamma.ts';
import type { Weight } from './weights.ts';

/** What fair hashing gives one owner out of `total` connections. */
export interface ExpectedShare {
  readonly owner: string;
  /** 0..1. */
  readonly share: number;
  /** Half-width of the 95 % interval of the measured share (0..1): 1.96 binomial standard deviations. */
  readonly margin: number;
}

/** Shares that weights promise for `total` independent keys, with the error bar of chance alone. */
export function expectedShares(weights: readonly Weight[], total: number): ExpectedShare[] {
  const sum = weights.reduce((all, { weight }) => all + weight, 0);
  return weights.map(({ owner, weight }) => {
    const share = sum === 0 ? 0 : weight / sum;
    return { owner, share, margin: total > 0 ? 1.96 * Math.sqrt((share * (1 - share)) / total) : 1 };
  });
}

/** Pearson's test of counts against weights. */
export interface ChiSquare {
  readonly statistic: number;
  readonly degrees: number;
  /** Probability of a deviation at least this large by chance; small means that the weights do not hold. */
  readonly pValue: number;
}

/**
 * Do the measured counts follow the weights? `counts` by owner; an owner without a count has 0, a count of an owner
 * without a weight makes the statistic infinite.
 */
export function chiSquare(weights: readonly Weight[], counts: Readonly<Record<string, number>>): ChiSquare {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const shares = expectedShares(weights, total);
  const stray = Object.keys(counts).some(owner => counts[owner] && !shares.some(s => s.owner === owner));
  const statistic = shares.reduce(
    (sum, { owner, share }) => sum + deviation(counts[owner] ?? 0, share * total),
    stray ? Number.POSITIVE_INFINITY : 0,
  );
  const degrees = shares.filter(({ share }) => share > 0).length - 1;
  return {
    statistic,
    degrees,
    pValue: statistic === Number.POSITIVE_INFINITY ? 0 : chiSquareTail(statistic, degrees),
  };
}

function deviation(count: number, expected: number): number {
  if (expected === 0) return count === 0 ? 0 : Number.POSITIVE_INFINITY;
  return (count - expected) ** 2 / expected;
}
