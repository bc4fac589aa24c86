import type { PccKind } from '../model/index.ts';
import type { PccArithmetic } from './buckets.ts';
import { keyLength, type PccPacket, pccHash, pccKey } from './fields.ts';

/** One hash that was asked for, and the bucket that is wanted of it. */
export interface AskedBucket {
  readonly arithmetic: PccArithmetic;
  readonly kind: PccKind;
  readonly packet: PccPacket;
  readonly denominator: number;
  readonly bucket: number;
}

/** Is there a boot in which all hashes fall as wanted? */
export type SeedSearch =
  | { readonly kind: 'found'; readonly seed: number }
  /** No hash value satisfies all that is wanted of one key. */
  | { readonly kind: 'impossible' }
  | { readonly kind: 'not-found'; readonly tried: number };

/** What is wanted of the hash of one key: a remainder (RouterOS, where any range will do) and a range (our Linux program). */
interface Wanted {
  readonly from: number;
  readonly to: number;
  readonly remainder: bigint;
  readonly modulus: bigint;
}

interface Group {
  readonly first: AskedBucket;
  readonly wanted: Wanted;
}

const hashes = 0x1_0000_0000n;

/** What identifies the hash that a classifier computes: kinds that read the same bytes share it. */
export function hashName(kind: PccKind, packet: PccPacket, { pccKey: layout }: PccArithmetic): string {
  return `${pccKey(kind, packet, layout).join('.')}/${keyLength(kind, packet.protocol, layout)}`;
}

/** Do two of the wanted buckets exclude each other, whatever the seed? */
export function isContradictory(asked: readonly AskedBucket[]): boolean {
  return asked.length > 1 && groupsOf(asked) === undefined;
}

/** A seed with which every hash falls into its wanted bucket: `tries` seeds are tried at most. */
export function solveSeed(asked: readonly AskedBucket[], tries = 0x40_0000): SeedSearch {
  const groups = groupsOf(asked);
  if (!groups) return { kind: 'impossible' };
  const tests = groups.map(testOf);
  for (let seed = 0; seed < tries; seed++) {
    if (tests.every(test => test(seed))) return { kind: 'found', seed };
  }
  return { kind: 'not-found', tried: tries };
}

/** What is wanted of each key; undefined: a contradiction. */
function groupsOf(asked: readonly AskedBucket[]): Group[] | undefined {
  const groups = new Map<string, Group>();
  for (const one of asked) {
    const name = hashName(one.kind, one.packet, one.arithmetic);
    const known = groups.get(name);
    const wanted = known ? both(known.wanted, wantedOf(one)) : wantedOf(one);
    if (!wanted) return undefined;
    groups.set(name, { first: known?.first ?? one, wanted });
  }
  return [...groups.values()];
}

function wantedOf({ arithmetic, denominator, bucket }: AskedBucket): Wanted {
  if (arithmetic.pccBucket === 'remainder')
    return { from: 0, to: Number(hashes - 1n), remainder: BigInt(bucket), modulus: BigInt(denominator) };
  // (h * N) >> 32 = b: h from b * 2^32 / N up to the next bucket's first.
  const to = firstOf(bucket + 1, denominator) - 1;
  return { from: firstOf(bucket, denominator), to, remainder: 0n, modulus: 1n };
}

function firstOf(bucket: number, denominator: number): number {
  const n = BigInt(denominator);
  return Number((BigInt(bucket) * hashes + n - 1n) / n);
}

/** What satisfies both; undefined: nothing does. Chinese remainder theorem for moduli that may share factors. */
function both(a: Wanted, b: Wanted): Wanted | undefined {
  const [divisor, factor] = extendedGcd(a.modulus, b.modulus);
  if ((b.remainder - a.remainder) % divisor !== 0n) return undefined;
  const modulus = (a.modulus / divisor) * b.modulus;
  const steps = ((b.remainder - a.remainder) / divisor) * factor;
  const remainder = positive(a.remainder + a.modulus * steps, modulus);
  const [from, to] = [Math.max(a.from, b.from), Math.min(a.to, b.to)];
  const first = BigInt(from) + positive(remainder - BigInt(from), modulus);
  return first <= to ? { from, to, remainder, modulus } : undefined;
}

/** Greatest common divisor of a and b, and x with a * x = it (modulo b). */
function extendedGcd(a: bigint, b: bigint): readonly [divisor: bigint, factor: bigint] {
  let [old, rest] = [a, b];
  let [oldFactor, factor] = [1n, 0n];
  while (rest !== 0n) {
    const quotient = old / rest;
    [old, rest] = [rest, old - quotient * rest];
    [oldFactor, factor] = [factor, oldFactor - quotient * factor];
  }
  return [old, oldFactor];
}

const positive = (value: bigint, modulus: bigint): bigint => ((value % modulus) + modulus) % modulus;

function testOf({ first, wanted }: Group): (seed: number) => boolean {
  const { kind, packet, arithmetic } = first;
  const { from, to } = wanted;
  const [remainder, modulus] = [Number(wanted.remainder), Number(wanted.modulus)];
  return seed => {
    const value = pccHash(kind, packet, seed, arithmetic.pccKey);
    return value >= from && value <= to && value % modulus === remainder;
  };
}
