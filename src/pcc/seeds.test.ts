import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AskedBucket,
  isContradictory,
  nftBucket,
  type PccArithmetic,
  pccBucket,
  pccHash,
  solveSeed,
} from './index.ts';

const packet = { src: 0xc0a8000a, dst: 0x08080808, protocol: 6, srcPort: 40_000, dstPort: 443 };
const routeros: PccArithmetic = { pccKey: 'packed', pccBucket: 'remainder' };
const linux: PccArithmetic = { pccKey: 'padded', pccBucket: 'scaled' };
const ask = (denominator: number, bucket: number, more: Partial<AskedBucket> = {}): AskedBucket => ({
  arithmetic: routeros,
  kind: 'src-address',
  packet,
  denominator,
  bucket,
  ...more,
});

describe('solveSeed', () => {
  it.each([routeros, linux])('$pccBucket: buckets that a seed gives → a seed that gives them', arithmetic => {
    const kinds = fc.constantFrom('src-address', 'both-addresses', 'both-addresses-and-ports');
    const questions = fc.array(fc.tuple(kinds, fc.integer({ min: 1, max: 12 })), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(fc.nat(0xffffff), questions, (seed, wanted) => {
        const bucketOf = (kind: AskedBucket['kind'], n: number, with_: number) =>
          pccBucket(arithmetic, kind, n, packet, with_);
        const asked = wanted.map(([kind, n]) => ask(n, bucketOf(kind, n, seed), { kind, arithmetic }));
        const found = solveSeed(asked);
        expect(found.kind).toBe('found');
        if (found.kind !== 'found') return;
        expect(asked.map(one => bucketOf(one.kind, one.denominator, found.seed))).toEqual(
          asked.map(one => one.bucket),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('one hash, remainder 0 of 2 and 1 of 4 → impossible', () => {
    expect(solveSeed([ask(2, 0), ask(4, 1)]).kind).toBe('impossible');
    expect(isContradictory([ask(2, 0), ask(4, 1)])).toBe(true);
    expect(isContradictory([ask(2, 1), ask(4, 3)])).toBe(false);
    expect(isContradictory([ask(2, 0), ask(4, 1, { packet: { ...packet, src: 1 } })])).toBe(false);
  });

  it('Linux scales: bucket 0 of 2 and 3 of 4 exclude each other, 1 of 2 and 3 of 4 do not', () => {
    const arithmetic = linux;
    expect(isContradictory([ask(2, 0, { arithmetic }), ask(4, 3, { arithmetic })])).toBe(true);
    expect(isContradictory([ask(2, 1, { arithmetic }), ask(4, 3, { arithmetic })])).toBe(false);
  });

  it('Linux scales: buckets that meet in one hash → a seed with both; that touch but do not meet → impossible', () => {
    const scaled = (n: number, bucket: number) => ask(n, bucket, { arithmetic: linux });
    // Thirds and halves: the second third is from 0x55555556 to 0xaaaaaaaa, and both halves reach into it.
    for (const half of [0, 1]) {
      const found = solveSeed([scaled(3, 1), scaled(2, half)]);
      expect(found.kind === 'found' && pccBucket(linux, 'src-address', 3, packet, found.seed)).toBe(1);
      expect(found.kind === 'found' && pccBucket(linux, 'src-address', 2, packet, found.seed)).toBe(half);
    }
    // The largest denominators leave a hash or none to a bucket.
    expect(isContradictory([scaled(0xffff_ffff, 5), scaled(0xffff_ffff, 5)])).toBe(false);
    expect(isContradictory([scaled(0xffff_ffff, 5), scaled(0xffff_ffff, 6)])).toBe(true);
    expect(isContradictory([scaled(0xffff_ffff, 6), scaled(0xffff_ffff, 5)])).toBe(true);
  });

  it('a remainder and a range of one hash → possible where the range holds a number with that remainder', () => {
    const range = (n: number, bucket: number) => ask(n, bucket, { arithmetic: linux });
    const found = solveSeed([ask(3, 2), range(4, 3)]);
    expect(found.kind === 'found' && pccBucket(routeros, 'src-address', 3, packet, found.seed)).toBe(2);
    expect(found.kind === 'found' && pccBucket(linux, 'src-address', 4, packet, found.seed)).toBe(3);
    // Bucket 1 of 2^31 is the hashes 2 and 3.
    const [two, first, last, beyond] = [2, 3, 1, 0].map(remainder => [
      range(0x8000_0000, 1),
      ask(4, remainder),
    ]);
    expect([two, first, last, beyond].map(asked => isContradictory(asked ?? []))).toEqual([
      ...[false, false, true, true],
    ]);
  });

  it('a remainder and a range that begins between two such numbers → the next one counts', () => {
    const range = ask(0x8000_0000, 1, { arithmetic: linux });
    // The hashes 2 and 3 have the remainders 2 and 0 of 3, and 2 and 3 of 7.
    const thirds = [0, 1, 2].map(remainder => isContradictory([range, ask(3, remainder)]));
    expect(thirds).toEqual([false, true, false]);
    const sevenths = [0, 1, 2, 3, 4, 5, 6].filter(remainder => !isContradictory([ask(7, remainder), range]));
    expect(sevenths).toEqual([2, 3]);
  });

  it('Linux scales: a bucket of one hash alone → the seed that gives that hash', () => {
    const hash = pccHash('src-address', packet, 3, 'padded');
    const n = 0xffff_ffff;
    const asked = [ask(n, nftBucket(hash, n), { arithmetic: linux })];
    expect(solveSeed(asked, 4)).toEqual({ kind: 'found', seed: 3 });
    expect(solveSeed(asked, 3)).toEqual({ kind: 'not-found', tried: 3 });
  });

  it('three moduli that share factors → what the first two leave open stays open for the third', () => {
    const two = [ask(4, 3), ask(6, 5)];
    const open = [11, 23, 35, 47, 10].map(remainder => isContradictory([...two, ask(48, remainder)]));
    expect(open).toEqual([false, false, false, false, true]);
  });

  it('remainders that only a number beyond 32 bits has → impossible, the largest hash → not', () => {
    const last = 0xffff_ffff;
    const [a, b] = [65_537, 65_536];
    expect(isContradictory([ask(a, last % a), ask(b, last % b)])).toBe(false);
    // 2^32 itself has these remainders, and the next number that has is 65537 * 65536 farther.
    expect(isContradictory([ask(a, 0x1_0000_0000 % a), ask(b, 0)])).toBe(true);
  });

  it('moduli that share a factor, in either order → the remainder that satisfies both', () => {
    for (const asked of [
      [ask(4, 3), ask(6, 5)],
      [ask(6, 5), ask(4, 3)],
      [ask(6, 1), ask(4, 3)],
    ]) {
      const found = solveSeed(asked);
      const buckets = asked.map(({ denominator }) =>
        found.kind === 'found' ? pccBucket(routeros, 'src-address', denominator, packet, found.seed) : -1,
      );
      expect(buckets).toEqual(asked.map(({ bucket }) => bucket));
    }
    expect(solveSeed([ask(4, 3), ask(6, 4)])).toEqual({ kind: 'impossible' });
  });

  it('two kinds that read the same bytes → one hash', () => {
    const icmp = { ...packet, protocol: 1 };
    const asked = [ask(2, 0, { packet: icmp }), ask(2, 1, { packet: icmp, kind: 'src-address-and-port' })];
    expect(isContradictory(asked)).toBe(true);
  });

  it('a bucket that few boots give → found beyond 4096 seeds', () => {
    const found = solveSeed([ask(100_000, 77_777)]);
    expect(found.kind === 'found' && found.seed).toBeGreaterThan(4096);
  });

  it('more than was tried → says how many', () => {
    expect(solveSeed([ask(100_000, 77_777)], 10)).toEqual({ kind: 'not-found', tried: 10 });
  });
});
