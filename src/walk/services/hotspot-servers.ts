import { type Kept, type Router, wordsOf } from '../../model/index.ts';

/** A hotspot server: the interface whose clients must log in, and where the text says so. */
export interface HotspotServer {
  readonly interface: string;
  readonly statement: Kept;
}

/** Servers that the text does not disable. One that does not say `disabled=` may be enabled. */
export function hotspotServers({ kept }: Router): HotspotServer[] {
  return kept.flatMap(statement => {
    if (statement.origin.menu !== '/ip hotspot') return [];
    const words = wordsOf(statement);
    const name = words.get('interface');
    if (!words.has('add') || words.get('disabled') === 'yes' || name === undefined) return [];
    return [{ interface: name, statement }];
  });
}
