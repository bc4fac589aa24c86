import type { Keyed } from './prf.ts';

/** A stretch of addresses whose first bits mean something to everybody: they stay. `isWhole`: all of it stays. */
interface Class {
  readonly value: number;
  readonly length: number;
  readonly isWhole: boolean;
}

const at = (a: number, b: number, c: number, length: number, isWhole = true): Class => ({
  value: a * 2 ** 24 + b * 2 ** 16 + c * 2 ** 8,
  length,
  isWhole,
});

/** Private space and that of carriers keep their first bits; what is special (RFC 6890) means itself. */
const classes: readonly Class[] = [
  at(10, 0, 0, 8, false),
  at(172, 16, 0, 12, false),
  at(192, 168, 0, 16, false),
  at(100, 64, 0, 10, false),
  at(0, 0, 0, 8),
  at(127, 0, 0, 8),
  at(169, 254, 0, 16),
  at(192, 0, 0, 24),
  at(192, 0, 2, 24),
  at(192, 88, 99, 24),
  at(198, 18, 0, 15),
  at(198, 51, 100, 24),
  at(203, 0, 113, 24),
  at(224, 0, 0, 3),
];

const inClass = (value: number, { value: begins, length }: Class): boolean =>
  Math.floor(value / 2 ** (32 - length)) === Math.floor(begins / 2 ** (32 - length));

const classOf = (value: number): Class | undefined => classes.find(one => inClass(value, one));

/** First octets behind which all addresses are public. */
const clear: readonly number[] = Array.from({ length: 224 }, (_, octet) => octet).filter(
  octet => ![0, 10, 100, 127, 169, 172, 192, 198, 203].includes(octet),
);

/** An address as a number, with the length of its network where that is stated. */
export interface SeenAddress {
  readonly value: number;
  readonly length: number;
}

/**
 * Pseudonyms for the IPv4 addresses of a text. What has its first n bits in common still has, private stays private and public
 * public, and of two addresses of a class the smaller stays the smaller. Hosts keep their number within the networks that the
 * text states, and within /24 at least.
 */
export class AddressMap {
  readonly #key: Keyed;
  /** Nodes of the tree of all addresses, `length value`, below which both halves are used, or something stays. */
  readonly #still = new Set<string>();
  /** Which half below a node is used. */
  readonly #half = new Map<string, 0 | 1>();
  /** Networks of the text, shortest first: below them bits stay. */
  readonly #networks: readonly SeenAddress[];
  readonly #fixed: ReadonlySet<number>;
  readonly #octets: ReadonlyMap<number, number>;

  /** `fixed` stay as they are: everybody knows them. */
  constructor(key: Keyed, seen: readonly SeenAddress[], fixed: ReadonlySet<number>) {
    this.#key = key;
    this.#fixed = fixed;
    this.#networks = seen.filter(one => one.length < 32 && !isClassItself(one));
    for (const { value, length } of seen) this.#note(value, length);
    const kept = seen.filter(({ value }) => fixed.has(value));
    for (const { value } of kept)
      for (let depth = 0; depth < 32; depth++) this.#still.add(node(value, depth));
    this.#octets = this.#octetsFor(seen, kept);
  }

  /** Does it mean itself, so that it stays as it is? */
  isSpecial(value: number): boolean {
    return this.#fixed.has(value) || classOf(value)?.isWhole === true;
  }

  pseudonym(value: number, length = 32): number {
    const own = classOf(value);
    // Less than an octet tells nothing of anybody, and may hold several classes.
    if (this.isSpecial(value) || length < 8 || (own && length <= own.length)) return value;
    const [begin, first] = own
      ? [own.length, value]
      : [8, (this.#octets.get(octetOf(value)) ?? octetOf(value)) * 2 ** 24 + (value % 2 ** 24)];
    const end = Math.min(24, length, this.#frozenFrom(value));
    let made = first;
    for (let depth = begin; depth < end; depth++) {
      const key = node(value, depth);
      if (this.#still.has(key) || !this.#key.bit(`v4 ${key}`)) continue;
      made = flipped(made, depth);
    }
    return made;
  }

  /** From which bit on addresses stay, since a network that the text states ends there. */
  #frozenFrom(value: number): number {
    const around = this.#networks.filter(one => within(value, one)).map(({ length }) => length);
    return Math.min(32, ...around.filter(length => length >= 8));
  }

  #note(value: number, length: number): void {
    for (let depth = 0; depth < Math.min(24, length); depth++) {
      const key = node(value, depth);
      const half = bitAt(value, depth);
      if ((this.#half.get(key) ?? half) !== half) this.#still.add(key);
      else this.#half.set(key, half);
    }
  }

  /** First octets of public addresses, in their order, become others of the same half of all addresses. */
  #octetsFor(seen: readonly SeenAddress[], kept: readonly SeenAddress[]): ReadonlyMap<number, number> {
    const fixed = new Set(kept.map(({ value }) => octetOf(value)));
    const used = seen
      .filter(({ value, length }) => !classOf(value) && length >= 8)
      .map(({ value }) => octetOf(value));
    const octets = [...new Set(used)].filter(octet => !fixed.has(octet)).sort((a, b) => a - b);
    const halves = [octets.filter(octet => octet < 128), octets.filter(octet => octet >= 128)];
    return new Map(
      halves.flatMap((own, half) => {
        const free = clear.filter(octet => octet >= 128 === (half === 1) && !fixed.has(octet));
        const chosen = this.#chosen(free, own.length);
        return own.map((octet, i): [number, number] => [octet, chosen[i] ?? octet]);
      }),
    );
  }

  /** So many of them, in order. */
  #chosen(free: readonly number[], count: number): number[] {
    const ranked = free.map(octet => ({ octet, rank: this.#key.number(`octet ${octet}`) }));
    const best = ranked.toSorted((a, b) => (a.rank < b.rank ? -1 : 1)).slice(0, count);
    return best.map(({ octet }) => octet).sort((a, b) => a - b);
  }
}

const octetOf = (value: number): number => Math.floor(value / 2 ** 24);

const node = (value: number, depth: number): string => `${depth} ${Math.floor(value / 2 ** (32 - depth))}`;

const bitAt = (value: number, depth: number): 0 | 1 =>
  Math.floor(value / 2 ** (31 - depth)) % 2 === 0 ? 0 : 1;

const flipped = (value: number, depth: number): number =>
  bitAt(value, depth) === 1 ? value - 2 ** (31 - depth) : value + 2 ** (31 - depth);

const within = (value: number, { value: network, length }: SeenAddress): boolean =>
  Math.floor(value / 2 ** (32 - length)) === Math.floor(network / 2 ** (32 - length));

const isClassItself = ({ value, length }: SeenAddress): boolean =>
  classes.some(one => !one.isWhole && one.value === value && one.length >= length);
