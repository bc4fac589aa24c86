import type { Route } from '../../model/index.ts';
import { prefixContains } from '../../net/index.ts';
import { assumeWorld, computeRib, type RibRoute } from '../../rib/index.ts';
import { argumentOf, type OutlineStatement, textOf } from '../../rsc/index.ts';
import type { Work } from '../work.ts';
import { type AddedRoute, addedRoutes, convertTypeToV6, renameTable, routeMenu } from './routes.ts';
import { shareGateway } from './routes-for-v7.ts';

/** v7 → v6: tables by another name, routes of equal distance joined into one, gateways without a table. */
export function routesForV6(work: Work): void {
  renameTable(work, 'routing-table', 'routing-mark');
  convertTypeToV6(work);
  const routes = addedRoutes(work);
  for (const { one, route } of routes) {
    lowerScope(one, route, routes, work);
    sayUnchecked(one, route, routes, work);
  }
  for (const one of work.commands(routeMenu)) {
    forgetMain(one, work);
    if (argumentOf(one, 'gateway')) dropGatewayTable(one, work);
  }
  joinEquals(routes, work);
  sayMixed(work);
}

/** Static routes that v7 balances with those of leases and lines: v6 has one of them. */
function sayMixed(work: Work): void {
  const { router } = work;
  const { routes } = computeRib(router, assumeWorld(router).world);
  for (const one of routes) {
    if (!one.ecmp || one.source === 'static' || one.source === 'connect') continue;
    const others = routes.filter(other => other.ecmp && other !== one && isRival(one, other));
    const line =
      others.find(({ source }) => source === 'static')?.origin.span.start.line ??
      others[0]?.origin.span.start.line;
    const maker = work.madeBy(one.origin.span.start.offset);
    if (line === undefined || !maker) continue;
    const what = {
      en: `RouterOS 7 balances over the default route that this brings and that of line ${line}, of equal distance; RouterOS 6 uses one of them.`,
      id: `RouterOS 7 membagi ke rute default yang dibawa ini dan rute baris ${line}, dengan distance sama; RouterOS 6 memakai salah satunya.`,
    };
    work.say(maker, 'error', 'ecmp-join', what, {
      en: 'Give them distances in the order that is meant, or balance with per-connection-classifier.',
      id: 'Beri distance menurut urutan yang dimaksud, atau bagi dengan per-connection-classifier.',
    });
  }
}

const isRival = (a: RibRoute, b: RibRoute): boolean =>
  a.table === b.table && a.destination === b.destination && a.distance === b.distance;

/** What v7 resolves with target-scope=11 through routes of scope 10, v6 resolves with 10. */
function lowerScope(one: OutlineStatement, route: Route, all: readonly AddedRoute[], work: Work): void {
  const isThrough = ({ route: other }: AddedRoute): boolean =>
    other.type === 'unicast' &&
    !other.destination.endsWith('/0') &&
    other.scope + 1 === route.targetScope &&
    route.gateways.some(({ address }) => address !== undefined && prefixContains(other.destination, address));
  const argument = argumentOf(one, 'target-scope');
  if (argument && all.some(isThrough)) work.setValue(one, argument, String(route.targetScope - 1));
}

/** `routing-table=main` is no mark. */
function forgetMain(one: OutlineStatement, work: Work): void {
  const argument = argumentOf(one, 'routing-table');
  if (!argument || textOf(argument) !== 'main' || one.name !== 'add') return;
  work.remove(one, argument);
}

function dropGatewayTable(one: OutlineStatement, work: Work): void {
  const argument = argumentOf(one, 'gateway');
  const text = argument && textOf(argument);
  if (!argument || !text?.includes('@')) return;
  const tables = [...text.matchAll(/@([^,%@]+)/g)].map(([, table]) => table);
  work.setValue(one, argument, text.replaceAll(/@[^,%@]+/g, ''));
  const elsewhere = tables.find(table => table !== 'main');
  const what = {
    en: `RouterOS 6 looks every gateway up in main${elsewhere === undefined ? '' : `, not in '${elsewhere}'`}; the table is left out.`,
    id: `RouterOS 6 mencari setiap gateway di main${elsewhere === undefined ? '' : `, bukan di '${elsewhere}'`}; tabelnya dihilangkan.`,
  };
  work.say(one, elsewhere === undefined ? 'info' : 'error', 'gateway-table', what);
}

function sayUnchecked(one: OutlineStatement, route: Route, all: readonly AddedRoute[], work: Work): void {
  if (route.checkGateway !== 'none') return;
  const asking = all.some(({ route: other }) => other.checkGateway !== 'none' && shareGateway(route, other));
  if (!asking) return;
  const what = {
    en: 'Another route has check-gateway for the same gateway; RouterOS 6 then checks it for this route too.',
    id: 'Rute lain punya check-gateway untuk gateway yang sama; RouterOS 6 lalu mengeceknya untuk rute ini juga.',
  };
  work.say(one, 'warning', 'check-gateway-shared', what);
}

/** v7 balances over routes of equal distance, v6 over the gateways of one route. */
function joinEquals(routes: readonly AddedRoute[], work: Work): void {
  const groups = new Map<string, AddedRoute[]>();
  for (const added of routes) {
    const { route } = added;
    if (route.disabled || route.type !== 'unicast' || route.gateways.length === 0) continue;
    const key = `${route.table} ${route.destination} ${route.distance}`;
    groups.set(key, [...(groups.get(key) ?? []), added]);
  }
  for (const group of groups.values()) joinGroup(distinct(group), work);
}

const gatewayOf = ({ one }: AddedRoute): string => {
  const argument = argumentOf(one, 'gateway');
  return ((argument && textOf(argument)) ?? '').replaceAll(/@[^,%@]+/g, '');
};

/** The same gateway twice is no second way. */
const distinct = (group: readonly AddedRoute[]): AddedRoute[] =>
  group.filter((one, i) => group.findIndex(other => gatewayOf(other) === gatewayOf(one)) === i);

function joinGroup(group: readonly AddedRoute[], work: Work): void {
  const [first, ...others] = group;
  if (!first || others.length === 0) return;
  const line = work.spanOf(first.one, first.one.statement).start.line;
  const odd = others.find(({ route }) => manner(route) !== manner(first.route));
  if (odd) {
    const what = {
      en: `RouterOS 7 balances over this route and that of line ${line}; RouterOS 6 uses one of them, as they differ in more than their gateway.`,
      id: `RouterOS 7 membagi ke rute ini dan rute baris ${line}; RouterOS 6 memakai salah satunya, karena keduanya berbeda selain gateway.`,
    };
    work.say(odd.one, 'error', 'ecmp-join', what, {
      en: 'Give them the same check-gateway, scope and target-scope.',
      id: 'Samakan check-gateway, scope, dan target-scope-nya.',
    });
    return;
  }
  const argument = argumentOf(first.one, 'gateway');
  if (!argument) return;
  work.setValue(first.one, argument, group.map(gatewayOf).join(','));
  for (const { one } of others) {
    work.comment(one, `joined into the route of line ${line}`);
    const what = {
      en: `RouterOS 7 balances over routes of equal distance, RouterOS 6 over the gateways of one route: this one is joined into that of line ${line}.`,
      id: `RouterOS 7 membagi ke rute dengan distance sama, RouterOS 6 ke gateway dalam satu rute: yang ini digabung ke rute baris ${line}.`,
    };
    work.say(one, 'info', 'ecmp-join', what);
  }
}

const manner = ({ scope, targetScope, prefSrc, checkGateway }: Route): string =>
  [scope, targetScope, prefSrc, checkGateway].join();
