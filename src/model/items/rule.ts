import type { Family } from '../../net/index.ts';
import type { Action } from '../actions.ts';
import type { FirewallTable } from '../firewall-table.ts';
import type { Matcher } from '../matcher.ts';
import { type Item, itemDefaults } from './item.ts';

/** The four tables of one family, each with its rules in order. */
export type FirewallRules = Readonly<Record<FirewallTable, readonly FirewallRule[]>>;

export type Firewall = Readonly<Record<Family, FirewallRules>>;

export const noRules: FirewallRules = { raw: [], mangle: [], nat: [], filter: [] };

/** One rule; rules of a table are evaluated in order, per chain. */
export interface FirewallRule extends Item {
  readonly family: Family;
  readonly table: FirewallTable;
  readonly chain: string;
  /** In the order written. */
  readonly matchers: readonly Matcher[];
  readonly action: Action;
  readonly log: boolean;
  readonly logPrefix: string;
  /** Properties that we do not know, as written. */
  readonly properties: Readonly<Record<string, string>>;
}

export function makeRule(parts: Partial<FirewallRule> & Pick<FirewallRule, 'table' | 'chain'>): FirewallRule {
  return {
    family: 'ipv4',
    matchers: [],
    action: { kind: 'accept' },
    log: false,
    logPrefix: '',
    properties: {},
    ...itemDefaults,
    ...parts,
  };
}

/** The rules of one family, table by table (raw, mangle, nat, filter). */
export function rulesOf({ firewall }: { readonly firewall: Firewall }, family: Family): FirewallRule[] {
  const { raw, mangle, nat, filter } = firewall[family];
  return [...raw, ...mangle, ...nat, ...filter];
}
