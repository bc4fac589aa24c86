import type { FirewallRule } from '../../model/index.ts';
import type { LinuxContext } from '../context.ts';
import type { First } from '../lines/used.ts';
import { markNumber } from '../numbers.ts';
import { type Divided, isDivided } from '../shares/index.ts';
import type { Chain, ChainIndex } from './chain-index.ts';
import { type FamilyKey, families, isFamily } from './family/family.ts';
import { nowhere, type Onward, onwardTo } from './family/onward.ts';
import { compileFamily } from './family/rule.ts';
import { compileRule, type HelperChain } from './rule.ts';
import { compileRun, isRun, withRuns } from './run/index.ts';
import type { ShortCut } from './short-cut.ts';

/** What the chains of a table need beside themselves. */
export interface Gathered {
  readonly helpers: HelperChain[];
  /** Declarations of the maps and sets that rules look in. */
  readonly lookups: (readonly string[])[];
  readonly shortCuts: ShortCut[];
  /** Chains of first packets. */
  readonly firsts: First[];
  /** Hears of rules for which a map of buckets stands. */
  readonly divide: (divided: Divided) => void;
}

/** Lines that come before those of some rules. */
export type Before = (rules: readonly FirewallRule[]) => readonly string[];

/** The lines of the rules of one chain. `endsThere`: who has passed them all leaves the chain for good. */
export function rulesLines(
  context: LinuxContext,
  chains: ChainIndex,
  chain: Chain,
  before: Before,
  { helpers, lookups, shortCuts, firsts, divide }: Gathered,
  endsThere = false,
): readonly string[] {
  const parts = families(chain.rules, key => mayLookUp(context, chains, chain, key));
  const keep = (lookup: readonly string[]): void => {
    if (lookup.length > 0) lookups.push(lookup);
  };
  let [runs, choices] = [0, 0];
  const nameOf = (choice: number): string => `by_${chain.name}_${choice}`;
  const all = context.options.plain ? parts : withRuns(parts);
  const isLast = (part: object | undefined): boolean => endsThere && part === all.at(-1);
  const onwardFrom = (next: object | undefined): Onward =>
    context.options.plain || !next || !isFamily(next) || before(next.rules).length > 0
      ? nowhere
      : onwardTo(context, next, { name: nameOf(choices), isLast: isLast(next) });
  return all.flatMap((part, i) => {
    if (isFamily(part)) {
      const name = nameOf(choices++);
      const way = { onward: onwardFrom(all[i + 1]), isLast: isLast(part) };
      const compiled = compileFamily(context, chains, part, name, way);
      if (isDivided(context, part.rules) && compiled.lines.length > 0) divide({ name, rules: part.rules });
      helpers.push(...compiled.helpers);
      firsts.push(...compiled.firsts);
      for (const map of compiled.maps) keep(map);
      shortCuts.push(oneLookUp(part.rules, [part.key]));
      return [...before(part.rules), ...compiled.lines];
    }
    if (isRun(part)) {
      const { lines, set } = compileRun(context, chains, part, `${chain.name}_any${runs++}`);
      keep(set);
      shortCuts.push(oneLookUp(part.rules, part.keys));
      return [...before(part.rules), ...lines];
    }
    const compiled = compileRule(context, chains, part, `helper${helpers.length}`);
    helpers.push(...compiled.helpers);
    return [...before([part]), ...compiled.lines];
  });
}

const oneLookUp = (rules: readonly FirewallRule[], keys: readonly string[]): ShortCut => ({
  kind: 'one-look-up',
  rules,
  why: {
    en: `they differ in ${keys.join(', ')} alone, and no packet has two of their values`,
    id: `hanya berbeda pada ${keys.join(', ')}, dan tidak ada paket yang punya dua nilainya`,
  },
});

/** Marks that found no number, or stand in a chain where they are refused, must meet the rule that says so. */
function mayLookUp(context: LinuxContext, chains: ChainIndex, chain: Chain, key: FamilyKey): boolean {
  if (chain.table !== 'mangle' || context.marks.overflow.length > 0) return false;
  if (key !== 'connection-mark') return true;
  const hooks = chains.hooksOf(chain.table, chain.chain);
  const known = chain.rules.every(rule => isKnown(context, rule));
  return known && hooks.every(hook => hook === 'prerouting' || hook === 'output');
}

const isKnown = (context: LinuxContext, { action }: FirewallRule): boolean =>
  action.kind !== 'mark-routing' || markNumber(context.marks, 'routing', action.mark) !== undefined;
