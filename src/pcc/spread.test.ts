import { describe, expect, it } from 'vitest';
import {
  chiSquare,
  chiSquareTail,
  expectedShares,
  logGamma,
  nftBucket,
  pccHash,
  upperGamma,
} from './index.ts';

const weights = [
  { owner: 'ISP1', weight: 2 },
  { owner: 'ISP2', weight: 1 },
];

describe('gamma', () => {
  it('agrees with tables', () => {
    expect(logGamma(5)).toBeCloseTo(Math.log(24), 9);
    expect(upperGamma(1, 2)).toBeCloseTo(Math.exp(-2), 10);
    // Abramowitz and Stegun, table 26.8: the 5 % points.
    expect(chiSquareTail(3.841459, 1)).toBeCloseTo(0.05, 6);
    expect(chiSquareTail(11.070498, 5)).toBeCloseTo(0.05, 6);
    expect(chiSquareTail(124.342113, 100)).toBeCloseTo(0.05, 6);
  });
});

describe('chiSquare', () => {
  it('accepts exact shares and refuses an idle link', () => {
    expect(chiSquare(weights, { ISP1: 2000, ISP2: 1000 }).pValue).toBe(1);
    expect(chiSquare(weights, { ISP1: 3000, ISP2: 0 }).pValue).toBeLessThan(1e-100);
    expect(chiSquare(weights, { ISP1: 2000, ISP2: 1000, other: 1 }).pValue).toBe(0);
  });

  it('gives the textbook value', () => {
    const { statistic, degrees, pValue } = chiSquare(weights, { ISP1: 1950, ISP2: 1050 });
    expect(statistic).toBeCloseTo(3.75, 10);
    expect(degrees).toBe(1);
    expect(pValue).toBeCloseTo(0.0528, 4);
  });

  it('finds the hash itself fair: 30000 address pairs over three buckets', () => {
    const counts: Record<string, number> = {};
    for (let i = 0; i < 30_000; i++) {
      const packet = {
        src: 0xc0a80000 + (i % 200),
        dst: 0x08000000 + i * 7,
        protocol: 1,
        srcPort: 0,
        dstPort: 0,
      };
      const bucket = nftBucket(pccHash('both-addresses', packet, 0x5eed, 'padded'), 3);
      counts[`b${bucket}`] = (counts[`b${bucket}`] ?? 0) + 1;
    }
    const even = ['b0', 'b1', 'b2'].map(owner => ({ owner, weight: 1 }));
    expect(chiSquare(even, counts).pValue).toBeGreaterThan(0.001);
  });
});

describe('expectedShares', () => {
  it('has an error bar that shrinks with the root of the sample', () => {
    const [few, many] = [100, 10_000].map(total => expectedShares(weights, total)[0]);
    expect(few?.share).toBeCloseTo(2 / 3, 12);
    expect((few?.margin ?? 0) / (many?.margin ?? 1)).toBeCloseTo(10, 10);
    expect(many?.margin).toBeCloseTo(0.00924, 5);
  });
});

describe('weights of nothing', () => {
  const idle = { owner: 'idle', weight: 0 };

  it('no weight at all → shares of 0; no connections → an error bar of everything', () => {
    expect(expectedShares([idle], 100)).toEqual([{ owner: 'idle', share: 0, margin: 0 }]);
    expect(expectedShares(weights, 0).map(({ margin }) => margin)).toEqual([1, 1]);
  });

  it('an owner without weight → no degree of freedom, and no connection may be its own', () => {
    const counts = { ISP1: 1950, ISP2: 1050 };
    const without = chiSquare(weights, counts);
    expect(chiSquare([...weights, idle], counts)).toEqual(without);
    expect(chiSquare([...weights, idle], { ...counts, idle: 0 })).toEqual(without);
    expect(chiSquare([...weights, idle], { ...counts, idle: 1 })).toEqual({
      ...{ statistic: Number.POSITIVE_INFINITY, degrees: 1, pValue: 0 },
    });
  });

  it('a count of nobody that is 0 → no stray; one owner → nothing to deviate', () => {
    expect(chiSquare(weights, { ISP1: 2, ISP2: 1, other: 0 }).statistic).toBe(0);
    expect(chiSquare([{ owner: 'A', weight: 3 }], { A: 9 })).toEqual({ statistic: 0, degrees: 0, pValue: 1 });
  });
});
