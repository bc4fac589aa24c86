import { type Gateway, type Route, type Router, semanticsOf } from '../../model/index.ts';
import { ipv4ToNumber, prefixRange } from '../../net/index.ts';
import { Networks } from '../../rib/index.ts';
import { argumentOf, type OutlineStatement, textOf } from '../../rsc/index.ts';
import type { Work } from '../work.ts';
import { type AddedRoute, addedRoutes, convertTypeToV7, renameTable, routeMenu } from './routes.ts';

/**
 * v6 → v7 (docs/routeros.md#v6-and-v7-syntax): tables by another name, one gateway a route, a target-scope for each
 * level of recursion, check-gateway and target-scope on every route that shared them, distances that keep one route
 * active.
 */
export function routesForV7(work: Work): void {
  renameTable(work, 'routing-mark', 'routing-table');
  convertTypeToV7(work);
  const routes = addedRoutes(work);
  shareChecks(work, routes);
  raiseScopes(work, routes);
  for (const { one, route } of routes) splitGateways(work, one, route);
  sayListsInScripts(work);
}

/** v6 checks a gateway for all its routes as soon as one asks for it; v7 only for those that ask. */
function shareChecks(work: Work, routes: readonly AddedRoute[]): void {
  const askingFor = new Map<string, number>();
  for (const [i, { route }] of routes.entries()) {
    if (route.checkGateway === 'none') continue;
    for (const name of gatewayNames(route)) if (!askingFor.has(name)) askingFor.set(name, i);
  }
  for (const { one, route } of routes) {
    if (route.checkGateway !== 'none') continue;
    const places = gatewayNames(route).flatMap(name => askingFor.get(name) ?? []);
    const asking = routes[Math.min(...places)];
    if (!asking) continue;
    const { checkGateway } = asking.route;
    const what = {
      en: `RouterOS 6 checks this gateway because line ${asking.route.origin.span.start.line} asks for it; in RouterOS 7 this route asks itself: check-gateway=${checkGateway}.`,
      id: `RouterOS 6 mengecek gateway ini karena diminta baris ${asking.route.origin.span.start.line}; di RouterOS 7 rute ini memintanya sendiri: check-gateway=${checkGateway}.`,
    };
    work.set(one, 'check-gateway', checkGateway);
    work.say(one, 'info', 'check-gateway-shared', what);
  }
}

/** Gateways that are written alike are one in v6. */
export function shareGateway(a: Route, b: Route): boolean {
  return a.gateways.some(
    one =>
      one.address !== undefined &&
      b.gateways.some(other => other.address === one.address && other.interface === one.interface),
  );
}

const gatewayNames = ({ gateways }: Route): string[] =>
  gateways.flatMap(({ address, interface: name }) => (address === undefined ? [] : `${address}%${name}`));

/** What v6 resolves through routes of scope 10, v7 resolves through routes of scope 11, 12 …: one more for each level. */
function raiseScopes(work: Work, routes: readonly AddedRoute[]): void {
  const scopes = new Scopes(work.router);
  for (const { one, route } of routes) {
    const needed = scopes.targetScopeOf(route);
    if (needed === route.targetScope) continue;
    work.set(one, 'target-scope', String(needed));
    const what = {
      en: `RouterOS 7 counts the scope of the route that leads to this gateway as ${needed}: target-scope=${needed}.`,
      id: `RouterOS 7 menghitung scope rute menuju gateway ini sebagai ${needed}: target-scope=${needed}.`,
    };
    work.say(one, 'info', 'target-scope', what);
  }
}

/** The target-scope that each route needs in v7 to resolve through the routes by which v6 resolves it. */
class Scopes {
  readonly #known = new Map<Route, number>();
  readonly #main: Networks<Route>;
  /** v6 shares target-scope among the routes of a gateway: the least of each. */
  readonly #shared: ReadonlyMap<string, number>;

  constructor(router: Router) {
    const { routes } = router;
    const main = routes.filter(({ table, disabled }) => table === 'main' && !disabled);
    this.#main = new Networks(main.map(route => [route.destination, route]));
    this.#shared = semanticsOf(router.version).targetScopeShared ? leastScopes(routes) : new Map();
  }

  targetScopeOf(route: Route): number {
    const known = this.#known.get(route);
    if (known !== undefined) return known;
    // A route that leads to itself resolves in neither version.
    this.#known.set(route, route.targetScope);
    const needed = Math.max(route.targetScope, ...this.#resolversOf(route).map(one => this.#scopeOf(one)));
    this.#known.set(route, needed);
    return needed;
  }

  /** A scope that is not above the route's own target-scope counts one more than that. */
  #scopeOf(route: Route): number {
    const targetScope = this.targetScopeOf(route);
    return route.scope > targetScope ? route.scope : Math.min(254, targetScope + 1);
  }

  #resolversOf(route: Route): Route[] {
    return route.gateways.flatMap(gateway => this.#resolversOfGateway(route, gateway));
  }

  #resolversOfGateway(route: Route, { address, interface: name }: Gateway): Route[] {
    if (address === undefined || name !== undefined) return [];
    const value = ipv4ToNumber(address);
    const targetScope = Math.min(route.targetScope, this.#shared.get(address) ?? route.targetScope);
    const holds = [...this.#main.holding(value)].filter(
      other => other.scope <= targetScope && other !== route && !isSamePrefix(other, route),
    );
    const sizes = holds.map(({ destination }) => sizeOf(destination));
    return holds.filter((_, i) => sizes[i] === sizes[0]);
  }
}

function leastScopes(routes: readonly Route[]): ReadonlyMap<string, number> {
  const least = new Map<string, number>();
  for (const { gateways, targetScope } of routes)
    for (const { address } of gateways)
      if (address !== undefined) least.set(address, Math.min(targetScope, least.get(address) ?? targetScope));
  return least;
}

const isSamePrefix = (a: Route, b: Route): boolean => a.table === b.table && a.destination === b.destination;

const sizeOf = (prefix: Route['destination']): number => {
  const { from, to } = prefixRange(prefix);
  return to - from;
};

/** A route with several gateways becomes as many routes: v7 balances over them, without weights. */
function splitGateways(work: Work, one: OutlineStatement, route: Route): void {
  const argument = argumentOf(one, 'gateway');
  const list = argument && textOf(argument)?.split(',');
  if (!argument || !list || list.length < 2) return;
  const distinct = [...new Set(list)];
  if (distinct.length < list.length) sayWeight(one, work);
  const what = {
    en: `RouterOS 7 has one gateway a route: this one becomes ${distinct.length}, of equal distance.`,
    id: `RouterOS 7 punya satu gateway per rute: yang ini menjadi ${distinct.length}, dengan distance sama.`,
  };
  if (route.gateways.length > 1) work.say(one, 'info', 'ecmp-split', what);
  work.copies.set(one, { argument, values: distinct });
}

function sayWeight(one: OutlineStatement, work: Work): void {
  const what = {
    en: 'A gateway stands several times in this route, which gives it weight in RouterOS 6; RouterOS 7 has no weights.',
    id: 'Sebuah gateway tertulis beberapa kali dalam rute ini, yang memberinya bobot di RouterOS 6; RouterOS 7 tidak punya bobot.',
  };
  work.say(one, 'error', 'ecmp-weight', what, {
    en: 'Balance with per-connection-classifier instead.',
    id: 'Bagi dengan per-connection-classifier sebagai gantinya.',
  });
}

/** In a script a list of gateways cannot be taken apart. */
function sayListsInScripts(work: Work): void {
  for (const one of work.commands(routeMenu)) {
    const argument = argumentOf(one, 'gateway');
    if (one.isTop && one.name === 'add') continue;
    if (argument?.operator !== '=' || !textOf(argument)?.includes(',')) continue;
    const what = {
      en: 'A route has one gateway in RouterOS 7; this list stays as it is.',
      id: 'Di RouterOS 7 sebuah rute punya satu gateway; daftar ini dibiarkan.',
    };
    work.say(one, 'error', 'ecmp-split', what, {
      en: 'Write a command for each gateway.',
      id: 'Tulis perintah untuk setiap gateway.',
    });
  }
}
