import { type FirewallRule, type Kept, mainTable, type Origin, type Route } from '../../model/index.ts';
import { type Ipv4Prefix, isDefault, splitPrefix } from '../../net/index.ts';
import type { Why } from '../../rib/index.ts';
import type { Prepared } from '../../walk/index.ts';
import { enabledRules } from '../classes/bounds.ts';
import { ordinaryHost } from '../classes/hosts.ts';
import type { Doubt } from '../search/search.ts';
import { areAddressesSaid, isLeftToTheRest, saysTheWay } from '../states/uplinks.ts';
import { isShownAlone } from '../unjudged/pages.ts';
import type { NotJudged } from '../unjudged/verdict.ts';
import { arrivalsOf, balances, markersOf, markOf } from './connection-marks.ts';
import type { Defect } from './defect.ts';
import { neverMatches } from './unset-marks.ts';

/** Marks whose table takes none of the packets that are marked for it. */
export function tableDefects(prepared: Prepared): Defect[] {
  return deadTables(prepared)
    .filter(dead => !whyUnknown(prepared, dead))
    .map(({ table, only, isKept, origins }) => {
      const idle = idleDefault(prepared, table);
      return {
        invariant: 'tables-are-live',
        flaw: { kind: 'empty-table', table, only, isKept, ...(idle && { idle }) },
        origins: idle ? [...origins, idle.origin] : origins,
      };
    });
}

/** The default route that the table would have, were it active. */
function idleDefault(
  { rib }: Prepared,
  table: string,
): { readonly origin: Origin; readonly why: Why } | undefined {
  const route = rib.routes.find(one => one.table === table && !one.active && isDefault(one.destination));
  return route?.why && { origin: route.origin, why: route.why };
}

/** Tables of which nobody can say whether they are live. */
export function unknownTables(prepared: Prepared): Doubt[] {
  return deadTables(prepared).flatMap(dead => {
    const why = whyUnknown(prepared, dead);
    return why ? [{ invariant: 'tables-are-live' as const, why }] : [];
  });
}

/** Why nobody can say whether a table is live. */
function whyUnknown(prepared: Prepared, { table, origins }: DeadTable): NotJudged | undefined {
  const { router } = prepared;
  const open = router.kept.find(one => mayFill(one, table)) ?? router.routes.find(one => isOpen(one, table));
  if (open) return { kind: 'not-understood', table, origin: open.origin };
  if (isShownAlone(router, table, origins)) return { kind: 'no-route', table };
  if (prepared.rib.routes.some(one => one.table === table && isLeftToTheRest(router, one)))
    return { kind: 'no-address', table };
  if (!saysTheWay(prepared)) return { kind: 'no-default' };
  return isUnknown(prepared, table) ? { kind: 'no-address', table } : undefined;
}

/** May a statement that is not carried out give the table a route? Its name may be one that only a script knows. */
function mayFill({ origin, reason, text }: Kept, table: string): boolean {
  if (reason !== 'not-understood' && reason !== 'not-evaluated') return false;
  const isOfRoutes = /^\/ip route\b/.test(origin.menu) || /\/ip[ /]route[ /]+(?:add|set|enable)\b/.test(text);
  return (
    isOfRoutes && (text.includes(`=${table}`) || text.includes(`="${table}"`) || computedTable.test(text))
  );
}

const computedTable = /\brouting-(?:mark|table)=[[(]?"?[^\s"]*\$/;

/** A route whose gateway only a script knows: the router takes none without. */
const isOpen = (route: Route, table: string): boolean =>
  route.table === table && !route.disabled && route.type === 'unicast' && route.gateways.length === 0;

/** A gateway of the table is unresolved, and some WAN has no address but an assumed one that could tell where it lies. */
function isUnknown({ rib, wans, router }: Prepared, table: string): boolean {
  const isUnresolved = rib.routes.some(
    route =>
      route.table === table && !route.disabled && route.gateways.some(({ why }) => why.kind === 'unresolved'),
  );
  return isUnresolved && !areAddressesSaid({ router, wans });
}

interface DeadTable {
  readonly table: string;
  readonly only: readonly Ipv4Prefix[];
  readonly isKept: boolean;
  readonly origins: readonly Origin[];
}

/** Where no routing rule sends their packets elsewhere. */
function deadTables(prepared: Prepared): DeadTable[] {
  const { router } = prepared;
  const isSentOn = (mark: string): boolean =>
    router.routingRules.some(rule => !rule.disabled && rule.routingMark === mark && rule.table !== mark);
  // What never matches marks nothing: that is said of the rule.
  const isIdle = neverMatches(prepared);
  const marking = enabledRules(router).flatMap(rule =>
    rule.action.kind === 'mark-routing' && !isIdle(rule) ? [{ table: rule.action.mark, rule }] : [],
  );
  return [...new Set(marking.map(({ table }) => table))]
    .filter(table => table !== mainTable && !isSentOn(table))
    .flatMap(table => {
      const only = activeIn(prepared, table);
      const own = marking.filter(one => one.table === table).map(({ rule }) => rule);
      const passed = only.length === 0 ? own : own.filter(rule => isPassedBy(prepared, table, rule, only));
      const origins = passed.map(({ origin }) => origin);
      return origins.length === 0 ? [] : [{ table, only, isKept: isKept(prepared, table), origins }];
    });
}

const activeIn = ({ rib }: Prepared, table: string): Ipv4Prefix[] => [
  ...new Set(rib.routes.filter(route => route.active && route.table === table).map(one => one.destination)),
];

/** What the table does not take is refused (docs/routeros.md#table-look-up). */
const isKept = ({ router }: Prepared, table: string): boolean =>
  router.routingRules.some(
    ({ disabled, routingMark, action }) =>
      !disabled && routingMark === table && action === 'lookup-only-in-table',
  );

/**
 * Do narrow routes take none of the packets that a rule marks for their table? Single hosts are there to be probed, and
 * what is balanced or answered goes to the Internet. Other narrow routes may be all that a mark is for.
 */
function isPassedBy(
  { router, setup, routing, wans }: Prepared,
  table: string,
  rule: FirewallRule,
  only: readonly Ipv4Prefix[],
): boolean {
  const usual = ordinaryHost(setup);
  if (usual === undefined || routing.leads(table, usual) || namesDestination(rule)) return false;
  const isOfConnections = [rule, ...markersOf(router, markOf(rule))].some(
    one => balances(one) || arrivalsOf(router, one).some(name => wans.includes(name)),
  );
  return isOfConnections || only.every(prefix => splitPrefix(prefix).length === 32);
}

const namesDestination = ({ matchers }: FirewallRule): boolean =>
  matchers.some(({ kind, negated }) => !negated && (kind === 'dst-address' || kind === 'dst-address-list'));
