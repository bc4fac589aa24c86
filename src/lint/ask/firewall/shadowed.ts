import { actionTraits, type FirewallRule, rulesOf } from '../../../model/index.ts';
import type { Prepared } from '../../../walk/index.ts';
import { matchesAllOf } from './cover.ts';

/** A rule that no packet reaches, and the one before it that takes them all. */
export interface Shadowed {
  readonly rule: FirewallRule;
  readonly by: FirewallRule;
  /** Both decide the same, so that nothing is lost. */
  readonly isSame: boolean;
}

/** Rules of a table that come behind one of their chain which takes all their packets. */
export function shadowedIn(prepared: Prepared, tables: readonly FirewallRule['table'][]): Shadowed[] {
  const enabled = rulesOf(prepared.router, 'ipv4').filter(
    ({ disabled, table }) => !disabled && tables.includes(table),
  );
  const before = new Map<string, FirewallRule[]>();
  return enabled.flatMap(rule => {
    const chain = `${rule.table} ${rule.chain}`;
    const ending = before.get(chain) ?? [];
    before.set(chain, ending);
    const by = ending.find(one => matchesAllOf(prepared, one, rule));
    if (actionTraits[rule.action.kind].next === 'ends') ending.push(rule);
    return by ? [{ rule, by, isSame: JSON.stringify(by.action) === JSON.stringify(rule.action) }] : [];
  });
}
