import type { Gate } from './semantics.ts';

/** The four tables of `/ip firewall` and of `/ipv6 firewall`. */
export type FirewallTable = 'raw' | 'mangle' | 'nat' | 'filter';

/** Tables in the order in which a packet meets them. */
export const firewallTables: readonly FirewallTable[] = ['raw', 'mangle', 'nat', 'filter'];

/** Tables that have something, each with the versions in which it does. */
export type TablesWith = Readonly<Partial<Record<FirewallTable, Gate>>>;

/** These tables, in the same versions each. */
export function tablesWith(tables: readonly FirewallTable[], gate: Gate = {}): TablesWith {
  return Object.fromEntries(tables.map(table => [table, gate]));
}
