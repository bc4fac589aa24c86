import type { PccKind } from '../model/index.ts';
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

/** Whose arithmetic decides: a RouterOS with the given initval, or our compiled Linux rules with the given seed. */
export type PccDialect = 'routeros' | 'linux';

/** The bucket 0..denominator-1 of a packet. The walk and the conformance suite predict the kernel with this. */
export function pccBucket(
  dialect: PccDialect,
  kind: PccKind,
  denominator: number,
  packet: PccPacket,
  seed: number,
): number {
  const hash = pccHash(kind, packet, seed, dialect);
  return dialect === 'linux' ? nftBucket(hash, denominator) : routerosBucket(hash, denominator);
}
