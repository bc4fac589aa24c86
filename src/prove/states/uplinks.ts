import { splitPrefix } from '../../net/index.ts';
import type { RibRoute } from '../../rib/index.ts';
import type { Prepared } from '../../walk/index.ts';

/** The WANs by which the Internet is reached: a default route of any table leads out by them, active or not. */
export function uplinksOf({ rib, wans }: Pick<Prepared, 'rib' | 'wans'>): string[] {
  const out = new Set(
    rib.routes
      .filter(isDefaultLike)
      .flatMap(({ gateways }) => gateways)
      .flatMap(({ nextHops }) => nextHops)
      .map(hop => hop.interface),
  );
  return wans.filter(name => out.has(name));
}

/** Does the text say how the Internet is reached? Without a default route, and a WAN without an address, it is a part. */
export function saysTheWay({ rib, wans, world }: Pick<Prepared, 'rib' | 'wans' | 'world'>): boolean {
  const hasAddress = (name: string): boolean => (world.interfaces[name]?.addresses ?? []).length > 0;
  return rib.routes.some(isDefaultLike) || (wans.length > 0 && wans.every(hasAddress));
}

/** Two halves of the address space are a default route as well. */
export const isDefaultLike = ({ destination }: RibRoute): boolean => splitPrefix(destination).length <= 1;
