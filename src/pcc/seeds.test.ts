import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AskedBucket, isContradictory, type PccArithmetic, pccBucket, solveSeed } from './index.ts';

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
