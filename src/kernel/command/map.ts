import type { MapPlace } from '../netlink/index.ts';
import type { MapElement } from '../types.ts';
import type { Shell } from './shell.ts';

interface Listing {
  readonly nftables: readonly {
    readonly map?: { readonly elem?: readonly (readonly [number, number])[] };
  }[];
}

interface CounterListing {
  readonly nftables: readonly { readonly counter?: { readonly name: string; readonly packets: number } }[];
}

export function mapElements(shell: Shell, { table, map }: MapPlace): readonly MapElement[] {
  const listing = JSON.parse(shell.say(['nft', '-j', 'list', 'map', 'inet', table, map])) as Listing;
  const elements = listing.nftables.flatMap(entry => entry.map?.elem ?? []);
  return elements.map(([key, value]) => ({ key, value })).sort((a, b) => a.key - b.key);
}

export function setMapElements(shell: Shell, place: MapPlace, wanted: readonly MapElement[]): number {
  const now = new Map(mapElements(shell, place).map(({ key, value }) => [key, value]));
  const changed = wanted.filter(({ key, value }) => now.get(key) !== value);
  if (changed.length === 0) return 0;
  const at = `element inet ${place.table} ${place.map}`;
  const old = changed.filter(({ key }) => now.has(key)).map(({ key }) => key);
  const fresh = changed.map(({ key, value }) => `${key} : ${value}`);
  const lines = [
    ...(old.length > 0 ? [`delete ${at} { ${old.join(', ')} }`] : []),
    `add ${at} { ${fresh.join(', ')} }`,
  ];
  shell.say(['nft', '-f', '-'], `${lines.join('\n')}\n`);
  return changed.length;
}

/** Packets that named counters of a table counted; none where there is no such table. */
export function namedCounters(shell: Shell, table: string): ReadonlyMap<string, number> {
  const { code, stdout } = shell.ask(['nft', '-j', 'list', 'counters', 'table', 'inet', table]);
  const { nftables } = (code === 0 ? JSON.parse(stdout) : { nftables: [] }) as CounterListing;
  return new Map(
    nftables.flatMap(({ counter }) => (counter ? [[counter.name, counter.packets] as const] : [])),
  );
}
