import type { Origin } from '../../model/index.ts';
import { type Ipv4Bounds, prefixRange } from '../../net/index.ts';
import { ipsecSelectors, type Setup } from '../../walk/index.ts';
import { internetHosts } from './hosts.ts';

/** A policy of IPsec with both its ends. */
interface Selector {
  readonly src: Ipv4Bounds;
  readonly dst: Ipv4Bounds;
  readonly origin: Origin;
}

/** Those that the text states with both ends; whoever brings a policy along has none here. */
export function policySelectors({ router, semantics }: Setup): Selector[] {
  if (!semantics.ipsecPolicies) return [];
  return ipsecSelectors(router).flatMap(({ src, dst, origin }) => (src && dst ? [{ src, dst, origin }] : []));
}

/** A host at the far end; undefined: the network is one of the router's. */
export function farHost(setup: Setup, range: Ipv4Bounds): number | undefined {
  const outside = internetHosts(setup, 'dst').find(host => within(range, host));
  const host = outside ?? range.from + (range.to - range.from < 2 ? 0 : 2);
  const own = setup.rib.routes.some(
    ({ source, destination }) => source === 'connect' && within(prefixRange(destination), host),
  );
  return own ? undefined : host;
}

export const within = ({ from, to }: Ipv4Bounds, address: number): boolean =>
  address >= from && address <= to;
