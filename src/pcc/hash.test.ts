import { describe, expect, it } from 'vitest';
import { pccKinds } from '../model/index.ts';
import { ipv4ToNumber } from '../net/index.ts';
import { jhash, jhashWords, nftBucket, pccHash, pccKey, routerosBucket } from './index.ts';

const packet = {
  src: ipv4ToNumber('192.168.0.10'),
  dst: ipv4ToNumber('8.8.8.8'),
  protocol: 6,
  srcPort: 40_000,
  dstPort: 443,
};

describe('jhash', () => {
  it.each([
    [0, 0x781b8ef0, 1],
    [1, 0xe7d1481b, 2],
    [0xdeadbeef, 0x6381744b, 2],
  ])('hashes 192.168.0.10 → 8.8.8.8 with seed %i as the kernel does', (seed, hash, remainder) => {
    expect(pccHash('both-addresses', packet, seed, 'packed')).toBe(hash);
    expect(routerosBucket(hash, 3)).toBe(remainder);
  });

  it('is lookup3: the known vectors of the original, whose seed starts the same sum', () => {
    const text = 'Four score and seven years ago';
    const key = Uint8Array.from(text, letter => letter.charCodeAt(0));
    expect(jhash(key, 0)).toBe(0x17770551);
    expect(jhash(key, 1)).toBe(0xcd628161);
    expect(jhash(new Uint8Array(), 0)).toBe(0xdeadbeef);
  });

  it('gives an empty key the seed alone', () => {
    expect(jhashWords(0, 0, 0, 0, 5)).toBe(0xdeadbeef + 5);
    expect(pccHash('both-ports', { ...packet, protocol: 1 }, 5, 'packed')).toBe(0xdeadbeef + 5);
  });

  it.each(pccKinds)('hashes the very key it shows: %s', kind => {
    for (const protocol of [1, 6, 17, 47, 132]) {
      for (const layout of ['packed', 'padded'] as const) {
        const one = { ...packet, protocol };
        expect(pccHash(kind, one, 77, layout)).toBe(jhash(pccKey(kind, one, layout), 77));
      }
    }
  });
});

describe('buckets', () => {
  it('scales by the high half of the product, exactly', () => {
    for (const hash of [0, 1, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff, 0x781b8ef0]) {
      for (const n of [1, 2, 3, 255, 65536, 65537, 4_294_967_295]) {
        expect(nftBucket(hash, n)).toBe(Number((BigInt(hash) * BigInt(n)) >> 32n));
      }
    }
  });
});
