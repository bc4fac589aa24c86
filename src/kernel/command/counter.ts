import type { Shell } from './shell.ts';

interface CounterListing {
  readonly nftables: readonly { readonly counter?: { readonly name: string; readonly packets: number } }[];
}

/** Packets that named counters of a table counted; none where there is no such table. */
export function namedCounters(shell: Shell, table: string): ReadonlyMap<string, number> {
  const { code, stdout } = shell.ask(['nft', '-j', 'list', 'counters', 'table', 'inet', table]);
  const { nftables } = (code === 0 ? JSON.parse(stdout) : { nftables: [] }) as CounterListing;
  return new Map(
    nftables.flatMap(({ counter }) => (counter ? [[counter.name, counter.packets] as const] : [])),
  );
}
