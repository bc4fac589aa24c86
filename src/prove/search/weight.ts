import { printIpv4, splitPrefix } from '../../net/index.ts';
import type { RibRoute } from '../../rib/index.ts';
import type { Prepared, Trace } from '../../walk/index.ts';
import type { Breach, Weight } from '../invariants/breach.ts';
import { isDefaultLike } from '../states/uplinks.ts';

/** A breach with its weight; what only concerns an address that a route pins to the dead WAN becomes a remark. */
export function weighed(prepared: Prepared, breach: Breach): Breach {
  if (breach.breach.kind !== 'outbound' && breach.breach.kind !== 'own') return breach;
  const route = routeOf(breach.trace);
  const isOwn = breach.breach.kind === 'own';
  if (!route || isDefaultLike(route)) return isOwn ? breach : { ...breach, weight: { kind: 'everything' } };
  const { destination } = route;
  const weight = { kind: 'only', destinations: [destination] } as const;
  const { ending } = breach.trace;
  const isPinned = route.source === 'static' && splitPrefix(destination).length === 32;
  if (ending.kind !== 'lost' || !isPinned) return { ...breach, weight };
  const pinned = { kind: 'pinned', destination, probe: isProbe(prepared, breach.trace.packet.dst) } as const;
  return { ...breach, breach: pinned, weight };
}

/** The route that a packet took last. */
export function routeOf({ steps }: Trace): RibRoute | undefined {
  const routed = steps.findLast(step => step.kind === 'routed');
  return routed?.kind === 'routed' ? routed.route : undefined;
}

/** Is it a gateway that other routes are resolved and checked through, or watched by netwatch? */
function isProbe({ router, rib }: Prepared, address: number): boolean {
  const text = printIpv4(address);
  const isGateway = rib.routes.some(({ gateways }) =>
    gateways.some(gateway => gateway.text.split('%')[0] === text),
  );
  return isGateway || router.netwatch.some(({ host, disabled }) => host === text && !disabled);
}

/** Both together; `everything` outweighs. */
export function sumOf(one: Weight | undefined, other: Weight | undefined): Weight | undefined {
  if (!one || one.kind === 'everything') return one;
  if (!other || other.kind === 'everything') return other;
  return { kind: 'only', destinations: [...new Set([...one.destinations, ...other.destinations])] };
}
