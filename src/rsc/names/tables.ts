import { type Item, mainTable, makeRoutingTable, type RoutingTable } from '../../model/index.ts';
import type { Draft } from '../menus/index.ts';

/** In v6 a routing mark makes its table: those of routes, rules and mark-routing, in the order of first mention. */
export function impliedTables(draft: Draft): readonly RoutingTable[] {
  const stated = new Set([mainTable, ...draft.routingTables.map(({ name }) => name)]);
  const found: RoutingTable[] = [];
  for (const [name, { origin }] of mentionedTables(draft)) {
    if (stated.has(name)) continue;
    stated.add(name);
    found.push(makeRoutingTable({ name, fib: true, implied: true, origin }));
  }
  return found;
}

function* mentionedTables(draft: Draft): Iterable<readonly [string, Item]> {
  for (const rule of draft.firewall.ipv4.mangle)
    if (rule.action.kind === 'mark-routing') yield [rule.action.mark, rule];
  for (const route of draft.routes) yield [route.table, route];
  for (const rule of draft.routingRules) if (rule.table !== undefined) yield [rule.table, rule];
}
