import { mainTable, type Router, type RoutingTable } from '../model/index.ts';
import { type Remarks, remark } from './remark.ts';

/** v7 needs every table stated with `fib`; v6 makes them of routing marks. */
export function statedTables({ routingTables }: Router): readonly RoutingTable[] {
  return routingTables.map(table => ({ ...table, implied: false }));
}

/** v6 has the tables that something names; a v7 table that nothing names is left out, and said. */
export function impliedTables(router: Router, remarks: Remarks): readonly RoutingTable[] {
  const named = namedTables(router);
  const order = [...named];
  for (const { name, fib, origin } of router.routingTables) {
    if (!named.has(name))
      remark(
        remarks,
        'info',
        'table-unused',
        origin,
        `Table '${name}' is named by no route, rule or mark; v6 has no such table.`,
      );
    else if (!fib) {
      const what = `Table '${name}' has no fib, so v7 never used its routes; in v6 they are used.`;
      remark(
        remarks,
        'warning',
        'table-without-fib',
        origin,
        what,
        'Remove the mark, or the routes of that table.',
      );
    }
  }
  return router.routingTables
    .filter(({ name }) => named.has(name))
    .map(table => ({ ...table, fib: true, implied: true, disabled: false, comment: '' }))
    .sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
}

function namedTables({ firewall, routes, routingRules }: Router): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { action } of firewall.ipv4.mangle) if (action.kind === 'mark-routing') names.add(action.mark);
  for (const { table } of routes) names.add(table);
  for (const { table } of routingRules) if (table !== undefined) names.add(table);
  names.delete(mainTable);
  return names;
}
