import type { Action } from './actions.ts';
import { mainTable } from './items/route.ts';
import { rulesOf } from './items/rule.ts';
import type { Matcher } from './matcher.ts';
import type { Router } from './router.ts';

/** The three kinds of marks: each has names of its own. */
export type MarkKind = 'connection' | 'routing' | 'packet';

export const markKinds: readonly MarkKind[] = ['connection', 'routing', 'packet'];

/** RouterOS's name for the absence of a mark. */
const noMark = 'no-mark';

/** Names that say "no mark": a routing mark `main` means main's table, other marks may be called so. */
export const unmarked: Readonly<Record<MarkKind, readonly string[]>> = {
  connection: [noMark],
  routing: [noMark, mainTable],
  packet: [noMark],
};

/**
 * Names of all marks of a router; the first of each kind has number 1 wherever marks are numbers. In order of first
 * appearance; routing marks begin with the tables, in their order, so that a table keeps its number when firewall rules
 * are added.
 */
export function marksOf(router: Router): Readonly<Record<MarkKind, readonly string[]>> {
  return {
    connection: named('connection', stated(router, 'mark-connection', 'connection-mark')),
    routing: named('routing', [...tables(router), ...stated(router, 'mark-routing', 'routing-mark')]),
    packet: named('packet', [...stated(router, 'mark-packet', 'packet-mark'), ...queueMarks(router)]),
  };
}

const named = (kind: MarkKind, names: readonly string[]): readonly string[] =>
  [...new Set(names)].filter(name => name !== '' && !unmarked[kind].includes(name));

function stated(router: Router, action: Action['kind'], matcher: Matcher['kind']): string[] {
  return rulesOf(router, 'ipv4').flatMap(rule => [
    ...(rule.action.kind === action && 'mark' in rule.action ? [rule.action.mark] : []),
    ...rule.matchers.flatMap(one => (one.kind === matcher && 'mark' in one ? [one.mark] : [])),
  ]);
}

function tables({ routingTables, vrfs, routes, routingRules, dhcpClients }: Router): string[] {
  return [
    ...vrfs.map(({ table }) => table),
    ...routingTables.map(({ name }) => name),
    ...routes.map(({ table }) => table),
    ...dhcpClients.flatMap(({ defaultRouteTables }) => defaultRouteTables.map(({ table }) => table)),
    ...routingRules.flatMap(({ table, routingMark }) => [table ?? '', routingMark ?? '']),
  ];
}

const queueMarks = ({ simpleQueues }: Router): string[] => simpleQueues.flatMap(queue => queue.packetMarks);
