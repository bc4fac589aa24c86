import { actionTraits, type FirewallRule, rulesOf } from '../../model/index.ts';
import type { Prepared } from '../../walk/index.ts';
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
  const ending = enabled.filter(({ action }) => actionTraits[action.kind].next === 'ends');
  return enabled.flatMap((rule, at) => {
    const before = ending.filter(one => enabled.indexOf(one) < at && isOfChain(one, rule));
    const by = before.find(one => matchesAllOf(prepared, one, rule));
    return by ? [{ rule, by, isSame: JSON.stringify(by.action) === JSON.stringify(rule.action) }] : [];
  });
}

const isOfChain = (one: FirewallRule, other: FirewallRule): boolean =>
  one.table === other.table && one.chain === other.chain;
