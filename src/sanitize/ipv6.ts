import type { Keyed } from './prf.ts';

/** Bits of an IPv6 address that tell whose it is: of global ones all but the first three, of unique local ones 40. */
const networkBits = 64;

/** Well-known stretches, which stay: not global unicast, not unique local; documentation (RFC 3849) and NAT64 (RFC 6052). */
const isOwn = (value: bigint): boolean => {
  const top = value >> 112n;
  const isGlobal = top >> 13n === 1n && value >> 96n !== 0x2001_0db8n;
  return isGlobal || top >> 9n === 0x7en;
};

/** Pseudonyms for IPv6 addresses: what has its first n bits in common still has, and order stays. */
export class Ipv6Map {
  readonly #key: Keyed;
  readonly #half = new Map<string, bigint>();
  readonly #still = new Set<string>();
  readonly #networks: readonly { readonly value: bigint; readonly length: number }[];

  constructor(key: Keyed, seen: readonly { readonly value: bigint; readonly length: number }[]) {
    this.#key = key;
    this.#networks = seen.filter(({ length }) => length < networkBits && length >= 16);
    for (const { value, length } of seen) this.#note(value, length);
  }

  isSpecial(value: bigint): boolean {
    return !isOwn(value);
  }

  pseudonym(value: bigint, length = 128): bigint {
    if (!isOwn(value) || length < 8) return value;
    const begin = value >> 125n === 1n ? 3 : 8;
    const around = this.#networks.filter(one => prefix(one.value, one.length) === prefix(value, one.length));
    const end = Math.min(networkBits, length, ...around.map(one => one.length));
    let made = value;
    for (let depth = begin; depth < end; depth++) {
      const key = node(value, depth);
      if (!this.#still.has(key) && this.#key.bit(`v6 ${key}`)) made ^= 1n << BigInt(127 - depth);
    }
    return isOwn(made) && length > networkBits ? this.#host(made, value) : isOwn(made) ? made : value;
  }

  /** Hosts that are numbered by hand keep their number; what is made of a MAC or by chance tells of a device. */
  #host(made: bigint, value: bigint): bigint {
    const host = value & 0xffff_ffff_ffff_ffffn;
    if (host < 0x1_0000n) return made;
    return ((made >> 64n) << 64n) | this.#key.number(`host ${host}`);
  }

  #note(value: bigint, length: number): void {
    for (let depth = 0; depth < Math.min(networkBits, length); depth++) {
      const key = node(value, depth);
      const half = (value >> BigInt(127 - depth)) & 1n;
      if ((this.#half.get(key) ?? half) !== half) this.#still.add(key);
      else this.#half.set(key, half);
    }
  }
}

const prefix = (value: bigint, length: number): bigint => value >> BigInt(128 - length);

const node = (value: bigint, depth: number): string => `${depth} ${prefix(value, depth).toString(16)}`;
