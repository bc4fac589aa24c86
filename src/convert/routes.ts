import { contentOf, type Gateway, type Route, type Router } from '../model/index.ts';
import { prefixContains } from '../net/index.ts';
import { type Remarks, remark } from './remark.ts';

/** v6 → v7: one gateway a route, scopes one apart, check-gateway on every route that shared one. */
export function routesForV7(router: Router, remarks: Remarks): readonly Route[] {
  return router.routes
    .map(route => withOwnCheck(route, router.routes, remarks))
    .map(route => ({
      ...route,
      targetScope: route.targetScope + (isRecursive(route, router.routes, 0) ? 1 : 0),
    }))
    .flatMap(route => split(route, remarks));
}

/** v7 → v6: routes that balance joined into one with several gateways, scopes equal again. */
export function routesForV6(router: Router, remarks: Remarks): readonly Route[] {
  const routes = router.routes.map(route => ({
    ...route,
    targetScope: route.targetScope - (isRecursive(route, router.routes, 1) ? 1 : 0),
  }));
  for (const route of routes) sayNotInV6(route, routes, remarks);
  return joinTwins(routes);
}

/**
 * Is a gateway of the route found through another static route whose scope is `above` below its target-scope?
 * v7 only resolves through routes of a lower scope than v6 did (docs/routeros.md#scope).
 */
function isRecursive(route: Route, routes: readonly Route[], above: number): boolean {
  return route.gateways.some(({ address }) =>
    routes.some(
      other =>
        address !== undefined &&
        other.type === 'unicast' &&
        !other.destination.endsWith('/0') &&
        other.scope + above === route.targetScope &&
        prefixContains(other.destination, address),
    ),
  );
}

/** v6 checks a gateway for all its routes as soon as one asks for it; v7 only for those that ask (section 3.3). */
function withOwnCheck(route: Route, routes: readonly Route[], remarks: Remarks): Route {
  if (route.checkGateway !== 'none') return route;
  const asking = routes.find(other => other.checkGateway !== 'none' && shareGateway(route, other));
  if (!asking) return route;
  const what = `v6 checks this gateway because another route asks for it; in v7 this route asks itself: check-gateway=${asking.checkGateway}.`;
  remark(remarks, 'info', 'check-gateway-shared', route.origin, what);
  return { ...route, checkGateway: asking.checkGateway };
}

function shareGateway(a: Route, b: Route): boolean {
  return a.gateways.some(
    one => one.address !== undefined && b.gateways.some(({ address }) => address === one.address),
  );
}

function split(route: Route, remarks: Remarks): readonly Route[] {
  const distinct = unique(route.gateways);
  if (distinct.length < route.gateways.length) {
    const what =
      'A gateway stands several times in this route, which gives it weight in v6; v7 has no weights.';
    remark(
      remarks,
      'warning',
      'ecmp-weight',
      route.origin,
      what,
      'Balance with per-connection-classifier instead.',
    );
  }
  return distinct.length < 2
    ? [{ ...route, gateways: distinct }]
    : distinct.map((gateway, index) => ({ ...route, id: index === 0 ? route.id : '', gateways: [gateway] }));
}

function unique(gateways: readonly Gateway[]): readonly Gateway[] {
  const texts = gateways.map(gateway => JSON.stringify(gateway));
  return gateways.filter((_, index) => texts.indexOf(texts[index] ?? '') === index);
}

function joinTwins(routes: readonly Route[]): readonly Route[] {
  const joined: Route[] = [];
  for (const route of routes) {
    const last = joined.at(-1);
    if (last && areTwins(last, route))
      joined.splice(-1, 1, { ...last, gateways: [...last.gateways, ...route.gateways] });
    else joined.push(route);
  }
  return joined;
}

/** Neighbours that differ in nothing but their gateway: v7 balances over them. */
function areTwins(a: Route, b: Route): boolean {
  const key = ({ gateways: _, ...rest }: Route) => contentOf(rest);
  return a.type === 'unicast' && key(a) === key(b) && !shareGateway(a, b);
}

function sayNotInV6(route: Route, routes: readonly Route[], remarks: Remarks): void {
  for (const { table } of route.gateways) {
    if (table === undefined) continue;
    const what = `v6 cannot look a gateway up in table '${table}'; it looks in main.`;
    remark(remarks, table === 'main' ? 'info' : 'error', 'gateway-table', route.origin, what);
  }
  const unchecked =
    route.checkGateway === 'none' &&
    routes.some(other => other.checkGateway !== 'none' && shareGateway(route, other));
  if (!unchecked) return;
  const what = 'Another route has check-gateway for the same gateway; v6 then checks it for this route too.';
  remark(remarks, 'warning', 'check-gateway-shared', route.origin, what);
}
