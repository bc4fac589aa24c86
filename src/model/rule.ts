import type { Action } from './action.ts';
import { type Item, itemDefaults } from './item.ts';
import type { Matcher } from './match.ts';

/** The four tables of `/ip firewall`. */
export type FirewallTable = 'raw' | 'mangle' | 'nat' | 'filter';

/** One rule; rules of a table are evaluated in order, per chain. */
export interface FirewallRule extends Item {
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
    matchers: [],
    action: { kind: 'accept' },
    log: false,
    logPrefix: '',
    properties: {},
    ...itemDefaults,
    ...parts,
  };
}
