import { type Ipv4Prefix, prefixRange } from '../net/index.ts';

/** Things by the network that they belong to: each of many gateways is looked up among many routes. */
export class Networks<Thing> {
  /** By the size of the network, smallest first, then by the number that it begins with. */
  readonly #sizes: readonly (readonly [size: number, ReadonlyMap<number, readonly Thing[]>])[];

  constructor(all: Iterable<readonly [Ipv4Prefix, Thing]>) {
    const sizes = new Map<number, Map<number, Thing[]>>();
    for (const [prefix, thing] of all) {
      const { from, to } = prefixRange(prefix);
      const networks = within(sizes, to - from + 1, () => new Map<number, Thing[]>());
      within(networks, from, () => []).push(thing);
    }
    this.#sizes = [...sizes].sort(([a], [b]) => a - b);
  }

  /** Those whose network holds an address (as a number): the longest prefix first, else in the order given. */
  *holding(address: number): Iterable<Thing> {
    for (const [size, networks] of this.#sizes) yield* networks.get(address - (address % size)) ?? [];
  }
}

function within<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
