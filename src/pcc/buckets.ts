import type { PccKind, Semantics } from '../model/index.ts';
import { type PccPacket, pccHash } from './fields.ts';

/** RouterOS's remainder: `h % N`. `hash` unsigned 32-bit, `denominator` 1..2^32-1. */
export function routerosBucket(hash: number, denominator: number): number {
  return hash % denominator;
}

/**
 * nft's `mod N`: `reciprocal_scale`, the high half of the 64-bit product `h * N` (linux/kernel.h), not a remainder.
 * In two exact halves, because the product does not fit a double.
 */
export function nftBucket(hash: number, denominator: number): number {
  const high = (hash >>> 16) * denominator;
  const low = (hash & 0xffff) * denominator;
  return Math.floor((high + Math.floor(low / 65536)) / 65536);
}

/** How the key lies and how a hash becomes a bucket: RouterOS's way, or that of our compiled Linux rules. */
export type PccArithmetic = Pick<Semantics, 'pccKey' | 'pccBucket'>;

const bucketOf = { remainder: routerosBucket, scaled: nftBucket } as const;

/** The bucket 0..denominator-1 of a packet. The walk and the conformance suite predict the kernel with this. */
export function pccBucket(
  arithmetic: PccArithmetic,
  kind: PccKind,
  denominator: number,
  packet: PccPacket,
  seed: number,
): number {
  const hash = pccHash(kind, packet, seed, arithmetic.pccKey);
  return bucketOf[arithmetic.pccBucket](hash, denominator);
}
