import type { FirewallRule } from '../../../model/index.ts';
import type { LinuxContext } from '../../context.ts';
import { markNumber } from '../../numbers.ts';
import type { ChainIndex } from '../chain-index.ts';
import { join } from '../condition.ts';
import { asksOther } from '../rule.ts';
import { type Family, keyValue } from './family.ts';

// Rules that mark connections are mostly followed by those that lead each mark to its route. A packet that has just been given a
// mark goes to the rule of that mark at once, as the look-up would send it there, too.

/** A rule that follows on a connection mark, and the chain that it has. */
export interface Following {
  readonly rule: FirewallRule;
  readonly chain: string;
}

/** By the mark's number. */
export type Onward = ReadonlyMap<number, Following>;

export const nowhere: Onward = new Map();

/** Where a packet goes from the rules of a family. */
export interface Way {
  readonly onward: Onward;
  /** Nothing follows them but the chain's end, and that is for good. */
  readonly isLast: boolean;
}

/**
 * The chains of a family whose rules ask for a connection mark alone, and end: whoever goes there does not come back. `name`:
 * what the family is called.
 */
export function onwardTo(
  { marks }: LinuxContext,
  { key, rules }: Family,
  { name, isLast }: { readonly name: string; readonly isLast: boolean },
): Onward {
  const isEnd = ({ action, matchers }: FirewallRule): boolean =>
    action.kind === 'mark-routing' && (isLast || !action.passthrough) && matchers.length === 1;
  if (key !== 'connection-mark' || !rules.every(isEnd)) return nowhere;
  return new Map(
    rules.flatMap((rule, i) => {
      const number = markNumber(marks, 'connection', keyValue(rule, key));
      return number ? [[number, { rule, chain: `${name}_${i}` }] as const] : [];
    }),
  );
}

/** What a rule does, and where it leads then. */
export function ledOnward(
  context: LinuxContext,
  chains: ChainIndex,
  rule: FirewallRule,
  effect: string,
  { onward, isLast }: Way,
): string {
  const { action } = rule;
  if (action.kind === 'mark-routing' && action.passthrough && isLast)
    return join(effect, chains.endOf(rule.table, rule.chain));
  const next = nextOf(context, rule, onward);
  return next === undefined ? effect : join(effect, `goto ${next.chain}`);
}

/**
 * Only where it asks for another mark itself: what belongs to no connection passes such a rule by, and keeps none.
 */
export function nextOf(
  context: LinuxContext,
  { action, matchers }: FirewallRule,
  onward: Onward,
): Following | undefined {
  if (action.kind !== 'mark-connection' || !action.passthrough) return undefined;
  if (!asksOther(context, matchers, action.mark)) return undefined;
  return onward.get(markNumber(context.marks, 'connection', action.mark) ?? 0);
}
