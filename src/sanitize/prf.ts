/**
 * Numbers that follow from a key and a text, and from which neither can be told: SipHash-2-4 (Aumasson and Bernstein 2012)
 * with a key of 128 bits.
 */
export class Keyed {
  readonly #k0: bigint;
  readonly #k1: bigint;

  /** 16 bytes. */
  constructor(key: Uint8Array) {
    this.#k0 = wordAt(key, 0);
    this.#k1 = wordAt(key, 8);
  }

  /** 64 bits. */
  number(text: string): bigint {
    const bytes = utf8(text);
    const state = [
      this.#k0 ^ 0x736f6d6570736575n,
      this.#k1 ^ 0x646f72616e646f6dn,
      this.#k0 ^ 0x6c7967656e657261n,
      this.#k1 ^ 0x7465646279746573n,
    ] as const;
    let v = [...state] as [bigint, bigint, bigint, bigint];
    const whole = bytes.length & ~7;
    for (let at = 0; at < whole; at += 8) v = absorbed(v, wordAt(bytes, at));
    v = absorbed(v, wordAt(bytes, whole) | (BigInt(bytes.length & 0xff) << 56n));
    v = [v[0], v[1], v[2] ^ 0xffn, v[3]];
    for (let i = 0; i < 4; i++) v = round(v);
    return v[0] ^ v[1] ^ v[2] ^ v[3];
  }

  bit(text: string): boolean {
    return (this.number(text) & 1n) === 1n;
  }

  /** A number below `count`, for counts that are small beside 2^32. */
  below(text: string, count: number): number {
    return Number((this.number(text) & 0xffff_ffffn) % BigInt(count));
  }
}

type Words = [bigint, bigint, bigint, bigint];

const mask = 0xffff_ffff_ffff_ffffn;
const rotated = (value: bigint, by: bigint): bigint => ((value << by) | (value >> (64n - by))) & mask;

/** There is no encoder on the pure floors. */
function utf8(text: string): Uint8Array {
  const escaped = encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\ufffd'));
  return Uint8Array.from(
    [...escaped.matchAll(/%([0-9A-F]{2})|[^%]/g)].map(([character, hex]) =>
      hex === undefined ? character.charCodeAt(0) : Number.parseInt(hex, 16),
    ),
  );
}

/** Eight bytes from the lowest on; what is behind the end counts as 0. */
function wordAt(bytes: Uint8Array, at: number): bigint {
  let word = 0n;
  for (let i = 7; i >= 0; i--) word = (word << 8n) | BigInt(bytes[at + i] ?? 0);
  return word;
}

function absorbed([a, b, c, d]: Words, word: bigint): Words {
  const [v0, v1, v2, v3] = round(round([a, b, c, d ^ word]));
  return [v0 ^ word, v1, v2, v3];
}

function round([a, b, c, d]: Words): Words {
  let [v0, v1, v2, v3] = [(a + b) & mask, b, (c + d) & mask, d];
  v1 = rotated(v1, 13n) ^ v0;
  v3 = rotated(v3, 16n) ^ v2;
  v0 = (rotated(v0, 32n) + v3) & mask;
  v2 = (v2 + v1) & mask;
  v3 = rotated(v3, 21n) ^ v0;
  v1 = rotated(v1, 17n) ^ v2;
  v2 = rotated(v2, 32n);
  return [v0, v1, v2, v3];
}
