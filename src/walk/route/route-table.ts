import { ipv4ToNumber, maskOf, splitPrefix } from '../../net/index.ts';
import type { Rib, RibRoute } from '../../rib/index.ts';
import type { Interner } from '../interner.ts';

/** One next hop that packets can be given to. */
export interface Hop {
  readonly route: RibRoute;
  readonly out: number;
  readonly gateway: number | undefined;
}

/** All active routes of one table for one destination; several hops are ECMP. */
export interface Entry {
  readonly length: number;
  readonly route: RibRoute;
  readonly hops: readonly Hop[];
  /** Those of them that lead to different places. */
  readonly different: readonly Hop[];
  /** How likely each of the different ones is: a gateway that stands twice takes twice as much. */
  readonly odds: readonly number[];
}

/** Longest prefix match over the active routes of one table. */
export class RouteTable {
  readonly #byLength: { readonly length: number; readonly mask: number; readonly map: Map<number, Entry> }[];

  constructor(routes: readonly RibRoute[], interfaces: Interner) {
    const lengths = new Map<number, Map<number, Entry>>();
    for (const route of routes) addRoute(lengths, route, interfaces);
    this.#byLength = [...lengths]
      .sort(([a], [b]) => b - a)
      .map(([length, map]) => ({ length, mask: maskOf(length), map }));
  }

  /** The best entry for an address whose prefix is longer than `suppressed`. */
  lookup(address: number, suppressed = -1): Entry | undefined {
    for (const { length, mask, map } of this.#byLength) {
      if (length <= suppressed) return undefined;
      const entry = map.get((address & mask) >>> 0);
      if (entry) return entry;
    }
    return undefined;
  }
}

/** The tables of a RIB that have active routes, by name. */
export function routeTables(rib: Rib, interfaces: Interner): ReadonlyMap<string, RouteTable> {
  const byTable = new Map<string, RibRoute[]>();
  for (const route of rib.routes) {
    if (route.active) byTable.set(route.table, [...(byTable.get(route.table) ?? []), route]);
  }
  return new Map([...byTable].map(([name, routes]) => [name, new RouteTable(routes, interfaces)]));
}

function addRoute(lengths: Map<number, Map<number, Entry>>, route: RibRoute, interfaces: Interner): void {
  const { address, length } = splitPrefix(route.destination);
  const map = lengths.get(length) ?? new Map<number, Entry>();
  lengths.set(length, map);
  const key = ipv4ToNumber(address);
  const known = map.get(key);
  const hops = [...(known?.hops ?? []), ...hopsOf(route, interfaces)];
  const different = hops.filter((hop, i) => hops.findIndex(other => leadsAlike(hop, other)) === i);
  const odds = different.map(hop => hops.filter(other => leadsAlike(hop, other)).length / hops.length);
  map.set(key, { length, route: known?.route ?? route, hops, different, odds });
}

const leadsAlike = (a: Hop, b: Hop): boolean => a.out === b.out && a.gateway === b.gateway;

function hopsOf(route: RibRoute, interfaces: Interner): Hop[] {
  return route.gateways
    .filter(({ state }) => state === 'reachable')
    .flatMap(({ nextHops }) => nextHops)
    .map(hop => ({
      route,
      out: interfaces.id(hop.interface),
      gateway: hop.address === undefined ? undefined : ipv4ToNumber(hop.address),
    }));
}
