import { mainTable, type Router } from '../../../model/index.ts';
import { isDefaultLike } from '../../../prove/index.ts';
import type { RibRoute } from '../../../rib/index.ts';
import type { Subject } from '../../subject.ts';

/** Default routes of all tables that are not disabled, active or not, in the order of the text. */
export const defaultRoutes = ({ well }: Pick<Subject, 'well'>): RibRoute[] =>
  well.rib.routes.filter(route => !route.disabled && isDefaultLike(route) && route.type === 'unicast');

/**
 * Default routes of main that leases and dialled lines bring, unchecked and no farther than the checked ones that the text
 * states; and these.
 */
export function competing(subject: Pick<Subject, 'well'>): {
  readonly dynamic: readonly RibRoute[];
  readonly stated: readonly RibRoute[];
} {
  const routes = defaultRoutes(subject).filter(({ table }) => table === mainTable);
  const stated = routes.filter(({ source, checkGateway }) => source === 'static' && checkGateway !== 'none');
  const best = Math.min(...stated.map(({ distance }) => distance));
  const dynamic = routes.filter(
    ({ source, distance, checkGateway }) =>
      source !== 'static' && checkGateway === 'none' && stated.length > 0 && distance <= best,
  );
  return { dynamic, stated };
}

/** A port of a bridge as gateway is no line of its own. */
export const isByBridgePort = ({ bridgePorts }: Router, { gateways }: RibRoute): boolean =>
  gateways.every(({ text }) => bridgePorts.some(port => port.interface === text && !port.disabled));

/** The interfaces by which a route leaves. */
export const outsOf = ({ gateways }: RibRoute): string[] => [
  ...new Set(gateways.flatMap(({ nextHops }) => nextHops.map(hop => hop.interface))),
];

/** `10.0.0.1`, or several with commas. */
export const gatewayText = ({ gateways }: RibRoute): string => gateways.map(({ text }) => text).join(',');

/** Routes of several tables, together by table, in the order of the text. */
export function byTable(routes: readonly RibRoute[]): ReadonlyMap<string, readonly RibRoute[]> {
  const found = new Map<string, RibRoute[]>();
  for (const route of routes) found.set(route.table, [...(found.get(route.table) ?? []), route]);
  return found;
}
