import { type FirewallRule, type MatcherOf, mainTable } from '../../model/index.ts';
import { enabledRules } from '../../prove/index.ts';
import type { RibRoute } from '../../rib/index.ts';
import { nameOf } from '../../walk/index.ts';
import type { OpenText } from '../text/open-text.ts';

/** Where packets for the Internet go that a table decides about. */
export interface Lead {
  /** The table whose route is used: main where the one that was asked has none. */
  readonly table: string;
  readonly isFallback: boolean;
  /** `ISP1 (ether1)`, several where a route has several next hops. */
  readonly lines: readonly string[];
  /** `10.0.0.1`, as the routes have them. */
  readonly gateways: readonly string[];
}

/** Where a routing mark leads while all is well; undefined: nowhere. RouterOS asks main where its table has no route. */
export function leadOf(text: OpenText, table: string): Lead | undefined {
  const own = activeDefaults(text, table);
  const routes = own.length > 0 ? own : activeDefaults(text, mainTable);
  const [first] = routes;
  if (!first) return undefined;
  const { router } = text;
  const hops = routes.flatMap(({ gateways }) => gateways.flatMap(({ nextHops }) => nextHops));
  return {
    table: first.table,
    isFallback: own.length === 0 && table !== mainTable,
    lines: distinct(hops.map(hop => nameOf(router, hop.interface))),
    gateways: distinct(routes.flatMap(({ gateways }) => gateways.map(one => one.text))),
  };
}

const activeDefaults = ({ rib }: OpenText, table: string): readonly RibRoute[] =>
  rib.routes.filter(route => route.table === table && route.active && route.destination === '0.0.0.0/0');

const distinct = (names: readonly string[]): readonly string[] => [...new Set(names)];

type ConnectionMark = MatcherOf<'connection-mark'>;

/** The routing marks that packets of a connection mark get on their way in. */
export function routingMarksOf({ router }: OpenText, mark: string): readonly string[] {
  const asks = ({ matchers }: FirewallRule): boolean =>
    matchers.some(
      (one): one is ConnectionMark => one.kind === 'connection-mark' && one.mark === mark && !one.negated,
    );
  const marks = enabledRules(router).flatMap(rule =>
    rule.action.kind === 'mark-routing' && rule.chain !== 'output' && asks(rule) ? [rule.action.mark] : [],
  );
  return distinct(marks);
}

/** By which lines packets leave that a rule marks; empty where it marks none, or nothing leads on. */
export function linesOf(text: OpenText, { action }: FirewallRule): readonly string[] {
  const tables =
    action.kind === 'mark-routing'
      ? [action.mark]
      : action.kind === 'mark-connection'
        ? routingMarksOf(text, action.mark)
        : [];
  return distinct(tables.flatMap(table => leadOf(text, table)?.lines ?? []));
}
