import { connectionField, type MarkField, packetField, routingField } from '../linux/index.ts';
import {
  type Action,
  type FirewallRule,
  type Matcher,
  mainTable,
  type Router,
  rulesOf,
} from '../model/index.ts';

/** The numbers that names of marks got. A name that found no room is absent. */
export interface MarkNumbers {
  readonly connection: ReadonlyMap<string, number>;
  readonly routing: ReadonlyMap<string, number>;
  readonly packet: ReadonlyMap<string, number>;
  /** Names beyond what the fields hold. */
  readonly overflow: readonly string[];
}

/** RouterOS's name for the absence of a mark. */
export const noMark = 'no-mark';

/**
 * Numbers for all marks of a router, from 1, in order of first appearance. Routing marks begin with the tables, in
 * their order, so that a table keeps its number when firewall rules are added.
 */
export function numberMarks(router: Router): MarkNumbers {
  const rules = rulesOf(router, 'ipv4');
  const overflow: string[] = [];
  const number = (names: readonly string[], field: MarkField) => numbered(names, field, overflow);
  return {
    connection: number(namesIn(rules, 'mark-connection', 'connection-mark'), connectionField),
    routing: number([...tableNames(router), ...namesIn(rules, 'mark-routing', 'routing-mark')], routingField),
    packet: number([...namesIn(rules, 'mark-packet', 'packet-mark'), ...queueMarks(router)], packetField),
    overflow,
  };
}

function numbered(
  names: readonly string[],
  field: MarkField,
  overflow: string[],
): ReadonlyMap<string, number> {
  const distinct = [...new Set(names)].filter(name => name !== noMark && name !== mainTable && name !== '');
  overflow.push(...distinct.slice(field.limit));
  return new Map(distinct.slice(0, field.limit).map((name, i) => [name, i + 1]));
}

function namesIn(rules: readonly FirewallRule[], action: Action['kind'], matcher: Matcher['kind']): string[] {
  return rules.flatMap(rule => [
    ...(rule.action.kind === action && 'mark' in rule.action ? [rule.action.mark] : []),
    ...rule.matchers.flatMap(m => (m.kind === matcher && 'mark' in m ? [m.mark] : [])),
  ]);
}

function tableNames({ routingTables, routes, routingRules, dhcpClients }: Router): string[] {
  return [
    ...routingTables.map(({ name }) => name),
    ...routes.map(({ table }) => table),
    ...dhcpClients.flatMap(({ defaultRouteTables }) => defaultRouteTables.map(({ table }) => table)),
    ...routingRules.flatMap(({ table, routingMark }) => [table ?? '', routingMark ?? '']),
  ];
}

const queueMarks = ({ simpleQueues }: Router): string[] => simpleQueues.flatMap(queue => queue.packetMarks);
