import { isIpv4, prefixContains, splitPrefix } from '../../net/index.ts';
import type { Rib, RibRoute } from '../../rib/index.ts';
import type { Defect } from './defect.ts';

/** Static routes whose gateways are only reached by each other, each ring once, so that none can ever be active. */
export function routeLoops({ rib }: { readonly rib: Rib }): Defect[] {
  const stuck = rib.routes.filter(isUnresolved);
  const seen = new Set<RibRoute>();
  return stuck.flatMap(route => {
    const ring = ringFrom(route, stuck);
    // A route to itself alone may only lack its network, which the text need not state.
    if (ring.length < 2 || ring.some(one => seen.has(one))) return [];
    for (const one of ring) seen.add(one);
    const flaw = { kind: 'route-loop', destinations: ring.map(({ destination }) => destination) } as const;
    return [{ invariant: 'routes-resolve', flaw, origins: ring.map(({ origin }) => origin) }];
  });
}

const isUnresolved = ({ source, disabled, active, gateways }: RibRoute): boolean =>
  source === 'static' && !disabled && !active && gateways.every(({ state }) => state === 'unresolved');

/** Follows first gateways until a route comes again; empty where the way ends before. */
function ringFrom(start: RibRoute, stuck: readonly RibRoute[]): readonly RibRoute[] {
  const way: RibRoute[] = [];
  for (let route: RibRoute | undefined = start; route; route = leadingTo(route, stuck)) {
    const at = way.indexOf(route);
    if (at >= 0) return way.slice(at);
    way.push(route);
  }
  return [];
}

/** The unresolved route that alone could lead to a route's gateway: the narrowest that is no default route. */
function leadingTo(route: RibRoute, stuck: readonly RibRoute[]): RibRoute | undefined {
  const gateway = route.gateways[0]?.text ?? '';
  if (!isIpv4(gateway)) return undefined;
  return stuck
    .filter(
      ({ destination, table }) =>
        table === 'main' && isPath(destination) && prefixContains(destination, gateway),
    )
    .sort((a, b) => splitPrefix(b.destination).length - splitPrefix(a.destination).length)[0];
}

const isPath = (destination: RibRoute['destination']): boolean => splitPrefix(destination).length > 0;

/** Static routes that are never active, because the only route to their gateway has too high a scope (docs/routeros.md#scope). */
export function shutOutRoutes({ rib }: { readonly rib: Rib }): Defect[] {
  return rib.routes.filter(isUnresolved).flatMap(({ gateways, destination, table, origin }) =>
    gateways.flatMap(({ text, why }): Defect[] => {
      // A default route leads to everything, and is not meant as the way to a gateway.
      if (why.kind !== 'scope-too-high' || !isPath(why.destination)) return [];
      const { targetScope, scope, stated, destination: host } = why;
      const place = { destination, table, gateway: text, targetScope, host } as const;
      const flaw = { kind: 'scope', ...place, scope, stated } as const;
      return [{ invariant: 'routes-resolve', flaw, origins: [origin, why.origin] }];
    }),
  );
}
