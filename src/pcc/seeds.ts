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

/** What is wanted of the hash of one key: a remainder (RouterOS), a range (our Linux program). */
type Wanted =
  | { readonly kind: 'remainder'; readonly remainder: bigint; readonly modulus: bigint }
  | { readonly kind: 'range'; readonly from: number; readonly to: number };

interface Group {
  readonly first: AskedBucket;
  readonly wanted: Wanted;
}

const hashes = 0x1_0000_0000;

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
    return { kind: 'remainder', remainder: BigInt(bucket), modulus: BigInt(denominator) };
  // (h * N) >> 32 = b: h from b * 2^32 / N up to the next bucket's first.
  return { kind: 'range', from: firstOf(bucket, denominator), to: firstOf(bucket + 1, denominator) - 1 };
}

function firstOf(bucket: number, denominator: number): number {
  const [product, n] = [BigInt(bucket) << 32n, BigInt(denominator)];
  return Number((product + n - 1n) / n);
}

/** What satisfies both; undefined: nothing does. */
function both(a: Wanted, b: Wanted): Wanted | undefined {
  if (a.kind === 'range' && b.kind === 'range') {
    const [from, to] = [Math.max(a.from, b.from), Math.min(a.to, b.to)];
    return from <= to ? { kind: 'range', from, to } : undefined;
  }
  return a.kind === 'remainder' && b.kind === 'remainder' ? congruent(a, b) : undefined;
}

type Remainder = Extract<Wanted, { readonly kind: 'remainder' }>;

/** Chinese remainder theorem for moduli that may share factors; a hash is below 2^32. */
function congruent(a: Remainder, b: Remainder): Remainder | undefined {
  const [divisor, factor] = extendedGcd(a.modulus, b.modulus);
  if ((b.remainder - a.remainder) % divisor !== 0n) return undefined;
  const modulus = (a.modulus / divisor) * b.modulus;
  const steps = ((b.remainder - a.remainder) / divisor) * factor;
  const remainder = positive(a.remainder + a.modulus * steps, modulus);
  return remainder < BigInt(hashes) ? { kind: 'remainder', remainder, modulus } : undefined;
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
  const hash = (seed: number): number => pccHash(kind, packet, seed, arithmetic.pccKey);
  if (wanted.kind === 'range') {
    const { from, to } = wanted;
    return seed => {
      const value = hash(seed);
      return value >= from && value <= to;
    };
  }
  // A modulus beyond the hash's range leaves one value.
  const modulus = wanted.modulus > BigInt(hashes) ? hashes : Number(wanted.modulus);
  const remainder = Number(wanted.remainder);
  return seed => hash(seed) % modulus === remainder;
}
