import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type BucketTable,
  bucketCounts,
  bucketTable,
  movedBuckets,
  nftBucket,
  reweighed,
  usualBuckets,
  type Weight,
  withoutDead,
} from './index.ts';

const names = ['ISP1', 'ISP2', 'lte', 'fibre', 'wan-5', 'wan-6'];
const weightsOf = (list: readonly number[]): Weight[] =>
  list.map((weight, i) => ({ owner: names[i] ?? '', weight }));
/** As rates in Mbit/s: none is less than a hundredth of another. */
const list = fc.array(fc.integer({ min: 10, max: 1000 }), { minLength: 2, maxLength: 6 });
const size = fc.constantFrom(256, 512, 1024);

const countsOf = (table: BucketTable): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const owner of table) counts.set(owner, (counts.get(owner) ?? 0) + 1);
  return counts;
};

/** Buckets that have to change hands, whoever decides. */
const least = (before: BucketTable, after: BucketTable): number => {
  const now = countsOf(after);
  return [...countsOf(before)].reduce(
    (sum, [owner, count]) => sum + Math.max(0, count - (now.get(owner) ?? 0)),
    0,
  );
};

const isExact = (table: BucketTable, weights: readonly Weight[]): boolean => {
  const total = weights.reduce((sum, { weight }) => sum + weight, 0);
  const counts = countsOf(table);
  return weights.every(
    ({ owner, weight }) => Math.abs((counts.get(owner) ?? 0) / table.length - weight / total) <= 0.01,
  );
};

describe('bucketTable', () => {
  it('any weights → each owner has its share to 1 %', () => {
    fc.assert(
      fc.property(list, size, (weights, buckets) => {
        const table = bucketTable(weightsOf(weights), buckets);
        expect(table).toHaveLength(buckets);
        expect(isExact(table, weightsOf(weights))).toBe(true);
      }),
    );
  });

  it('another order of the same names → the same table', () => {
    fc.assert(
      fc.property(list, fc.nat(), (weights, turn) => {
        const all = weightsOf(weights);
        const at = turn % all.length;
        expect(bucketTable([...all.slice(at), ...all.slice(0, at)])).toEqual(bucketTable(all));
      }),
    );
  });

  it('all weights times the same → the same table', () => {
    fc.assert(
      fc.property(list, weights => {
        expect(bucketTable(weightsOf(weights.map(one => one * 8)))).toEqual(bucketTable(weightsOf(weights)));
      }),
    );
  });

  it('no weights, or none above 0 → nobody owns anything', () => {
    expect(bucketTable([])).toEqual([]);
    expect(bucketTable([{ owner: 'ISP1', weight: 0 }])).toEqual([]);
    expect(new Set(bucketTable(weightsOf([1, 0])))).toEqual(new Set(['ISP1']));
  });

  it('the buckets of an owner → scattered, so that neighbours of a hash are not its alone', () => {
    const table = bucketTable(weightsOf([1, 1]));
    const changes = table.filter((owner, i) => i > 0 && owner !== table[i - 1]).length;
    expect(changes).toBeGreaterThan(96);
  });
});

describe('reweighed', () => {
  it('any other weights, owners that come and go → as few buckets move as can, and shares are exact', () => {
    const weight = fc.oneof(fc.constant(0), fc.integer({ min: 10, max: 1000 }));
    const any = fc.array(weight, { minLength: 2, maxLength: 6 }).filter(one => one.some(value => value > 0));
    fc.assert(
      fc.property(list, fc.array(any, { minLength: 1, maxLength: 8 }), size, (first, steps, buckets) => {
        let table = bucketTable(weightsOf(first), buckets);
        for (const step of steps.map(weightsOf)) {
          const after = reweighed(table, step);
          expect(movedBuckets(table, after)).toBe(least(table, after));
          expect(isExact(after, step)).toBe(true);
          table = after;
        }
      }),
    );
  });

  it('the same weights → nothing moves', () => {
    const weights = weightsOf([300, 100, 50]);
    const table = bucketTable(weights);
    expect(reweighed(table, weights)).toEqual(table);
  });

  it('nobody is left → the table stays', () => {
    const table = bucketTable(weightsOf([1, 1]));
    expect(reweighed(table, [])).toEqual(table);
  });

  it('the last digit of one weight → at most one bucket', () => {
    const table = bucketTable(weightsOf([1000, 1000, 1000]));
    expect(movedBuckets(table, reweighed(table, weightsOf([1000, 1000, 1001])))).toBeLessThanOrEqual(1);
  });
});

describe('withoutDead', () => {
  it('one line dies → its buckets alone move, to all others by their weights; it returns → the table of before', () => {
    fc.assert(
      fc.property(list, fc.nat(), size, (weights, which, buckets) => {
        const all = weightsOf(weights);
        const dead = all[which % all.length]?.owner ?? '';
        const table = bucketTable(all, buckets);
        const now = withoutDead(table, all, [dead]);
        table.forEach((owner, bucket) => {
          if (owner !== dead) expect(now[bucket]).toBe(owner);
        });
        expect(now).not.toContain(dead);
        expect(
          isExact(
            now,
            all.filter(({ owner }) => owner !== dead),
          ),
        ).toBe(true);
        expect(withoutDead(table, all, [])).toEqual(table);
      }),
    );
  });

  it('several die in any order → the buckets of those alive stay theirs', () => {
    fc.assert(
      fc.property(list, fc.nat({ max: 62 }), (weights, bits) => {
        const all = weightsOf(weights);
        const dead = all.filter((_, i) => (bits >> i) % 2 === 1).map(({ owner }) => owner);
        fc.pre(dead.length < all.length);
        const table = bucketTable(all);
        const now = withoutDead(table, all, dead);
        expect(withoutDead(table, [...all].reverse(), [...dead].reverse())).toEqual(now);
        expect(table.every((owner, i) => dead.includes(owner) || owner === now[i])).toBe(true);
        expect(now.some(owner => dead.includes(owner))).toBe(false);
      }),
    );
  });

  it('all are dead → the table stays, as there is nowhere to go', () => {
    const all = weightsOf([2, 1]);
    expect(withoutDead(bucketTable(all), all, ['ISP1', 'ISP2'])).toEqual(bucketTable(all));
  });
});

describe('bucketCounts', () => {
  it('an owner goes → nobody else loses a bucket', () => {
    fc.assert(
      fc.property(list, size, (weights, buckets) => {
        const all = weightsOf(weights);
        const before = bucketCounts(all, buckets);
        for (const [owner, count] of bucketCounts(all.slice(1), buckets))
          expect(count).toBeGreaterThanOrEqual(before.get(owner) ?? 0);
      }),
    );
  });
});

describe('what a remainder would move', () => {
  it('one of three lines dies → PCC moves half of the others’ users, buckets move none of them', () => {
    const all = weightsOf([1, 1, 1]);
    const table = bucketTable(all);
    const now = withoutDead(table, all, ['lte']);
    const hashes = Array.from({ length: 3000 }, (_, i) => Math.imul(i, 0x9e3779b1) >>> 0);
    const healthy = hashes.filter(hash => table[nftBucket(hash, usualBuckets)] !== 'lte');
    const moved = healthy.filter(hash => {
      const bucket = nftBucket(hash, usualBuckets);
      return table[bucket] !== now[bucket];
    });
    expect(moved).toEqual([]);
    const others = hashes.filter(hash => hash % 3 !== 2);
    const remainders = others.filter(hash => hash % 3 !== hash % 2).length / others.length;
    expect(remainders).toBeGreaterThan(0.45);
  });
});
