import { describe, expect, it } from 'vitest';
import { type AskedBucket, solveSeed } from '../../pcc/index.ts';
import { SeedSolver } from './seed-solver.ts';

/** The hash of one client's address, wanted in a bucket. */
const asked = (bucket: number, denominator: number, src = 1): AskedBucket => ({
  arithmetic: { pccKey: 'packed', pccBucket: 'remainder' },
  kind: 'src-address',
  packet: { src, dst: 2, protocol: 6, srcPort: 3, dstPort: 4 },
  denominator,
  bucket,
});

/** A bucket that none of the first seeds leads to. */
const rare = (src: number): AskedBucket[] => [asked(7, 0xffff_ffff, src)];

describe('SeedSolver', () => {
  it('no hash decides → any boot does', () => {
    expect(new SeedSolver(0).solve([])).toEqual({ kind: 'found', seed: 0 });
  });

  it('a bucket of few → the first seed that leads to it', () => {
    expect(new SeedSolver().solve([asked(2, 3)])).toEqual(solveSeed([asked(2, 3)]));
  });

  it('one hash in two buckets that exclude each other → impossible, at no cost', () => {
    const solver = new SeedSolver(10, 10);
    expect(solver.solve([asked(0, 2), asked(1, 4)])).toEqual({ kind: 'impossible' });
    expect(solver.solve(rare(1))).toEqual({ kind: 'not-found', tried: 10 });
  });

  it('many rare buckets → each is given up after so many seeds, all together after so many', () => {
    const solver = new SeedSolver(10, 25);
    const tried = [1, 2, 3, 4].map(src => solver.solve(rare(src)));
    expect(tried).toEqual([10, 10, 5, 0].map(count => ({ kind: 'not-found', tried: count })));
  });

  it('nothing said of all together → four times what one may cost', () => {
    const solver = new SeedSolver(10);
    const tried = [1, 2, 3, 4, 5].map(src => solver.solve(rare(src)));
    expect(tried.map(found => found.kind === 'not-found' && found.tried)).toEqual([10, 10, 10, 10, 0]);
  });

  it('the same question again → the same answer, at no cost', () => {
    const solver = new SeedSolver(10, 20);
    const first = solver.solve(rare(1));
    expect(solver.solve(rare(1))).toBe(first);
    expect(solver.solve(rare(2))).toEqual({ kind: 'not-found', tried: 10 });
  });

  it('a seed that is found → costs as many as were tried before it', () => {
    const late = Array.from({ length: 20 }, (_, bucket) => [asked(bucket, 20)])
      .map(question => ({ question, found: solveSeed(question, 100) }))
      .find(({ found }) => found.kind === 'found' && found.seed > 2);
    const seed = late?.found.kind === 'found' ? late.found.seed : 0;
    const solver = new SeedSolver(100, 120);
    expect(solver.solve(late?.question ?? [])).toEqual({ kind: 'found', seed });
    expect(solver.solve(rare(1))).toEqual({ kind: 'not-found', tried: 100 });
    expect(solver.solve(rare(2))).toEqual({ kind: 'not-found', tried: 20 - seed });
  });
});
