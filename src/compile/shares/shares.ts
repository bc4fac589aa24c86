import type { FirewallRule, MatcherOf, Router } from '../../model/index.ts';
import {
  type BucketTable,
  balanceOf,
  bucketTable,
  reweighed,
  usualBuckets,
  type Weight,
  withoutDead,
} from '../../pcc/index.ts';
import type { Rib } from '../../rib/index.ts';
import type { FlowLine, LinuxContext } from '../context.ts';
import { deadMarks, lineOfMark } from './dead-marks.ts';
import type { Divided, SharedRules } from './shared-rules.ts';

// Where it is asked for, rules of the text that divide connections by PCC's remainder are one table of buckets: their marks are
// its owners, the numbers of their remainders the weights. Of a line that dies, its buckets alone move.

type Pcc = MatcherOf<'per-connection-classifier'>;

export const pccOf = ({ matchers }: FirewallRule): Pcc | undefined =>
  matchers.find((one): one is Pcc => one.kind === 'per-connection-classifier');

/** The connection mark that a rule gives. */
export const markGiven = ({ action }: FirewallRule): string =>
  action.kind === 'mark-connection' ? action.mark : '';

/** May buckets divide what these rules divide: do they take each remainder once, for two marks or more? */
export function isDivided({ options }: LinuxContext, rules: readonly FirewallRule[]): boolean {
  const denominator = rules[0] && pccOf(rules[0])?.denominator;
  if (!options.shares || denominator === undefined) return false;
  const { missing, dead, weights } = balanceOf(denominator, ownersOf(rules));
  return missing.length + dead.length === 0 && weights.length > 1;
}

const ownersOf = (rules: readonly FirewallRule[]) =>
  rules.map(rule => ({ remainder: pccOf(rule)?.remainder ?? 0, owner: markGiven(rule) }));

/** The tables of buckets in this state of the lines. */
export function sharesOf(context: LinuxContext, divided: readonly Divided[]): readonly SharedRules[] {
  const { weights: given = {}, before = [] } = context.options.shares ?? {};
  return divided.flatMap(({ name, rules }): SharedRules[] => {
    const pcc = rules[0] && pccOf(rules[0]);
    if (!pcc) return [];
    const stated = balanceOf(pcc.denominator, ownersOf(rules)).weights;
    const weights = weightsOf(stated, given);
    const known = tableBefore(before, name, weights);
    const home = known ? reweighed(known, weights) : bucketTable(weights, usualBuckets);
    const state = { router: context.router, rib: context.rib, lines: context.options.flows?.lines ?? [] };
    const lines = Object.fromEntries(
      weights.flatMap(({ owner }) => {
        const line = lineOfMark(state, owner);
        return line === undefined ? [] : [[owner, line] as const];
      }),
    );
    const divided = { name, rules, fields: pcc.fields, stated, weights, lines, home };
    return [{ ...divided, ...inState(divided, context.router, context.rib, context.options.flows?.lines) }];
  });
}

/** Weights that say nothing of one mark are about another text: how they compare to it is not known. */
const weightsOf = (stated: readonly Weight[], given: Readonly<Record<string, number>>): readonly Weight[] =>
  stated.every(({ owner }) => given[owner] !== undefined)
    ? stated.map(({ owner, weight }) => ({ owner, weight: given[owner] ?? weight }))
    : stated;

/** Whose line is dead in that state, and who owns each bucket then. */
export function inState(
  { weights, home }: Pick<SharedRules, 'weights' | 'home'>,
  router: Router,
  rib: Rib,
  lines: readonly FlowLine[] = [],
): Pick<SharedRules, 'dead' | 'table'> {
  const marks = weights.map(({ owner }) => owner);
  const dead = deadMarks({ router, rib, lines }, marks);
  return { dead, table: withoutDead(home, weights, dead) };
}

/** Of the same name, or else the one of which most buckets can stay: rules before these come and go. */
function tableBefore(
  before: readonly Pick<SharedRules, 'name' | 'home'>[],
  name: string,
  weights: readonly Weight[],
): BucketTable | undefined {
  const known = ({ home }: Pick<SharedRules, 'home'>): number =>
    home.filter(mark => weights.some(({ owner }) => owner === mark)).length;
  const usable = before.filter(one => known(one) > 0);
  const same = usable.find(one => one.name === name);
  return (same ?? [...usable].sort((a, b) => known(b) - known(a))[0])?.home;
}

/** The rule that takes each bucket: those of one mark by turns, so that each counts. */
export function rulesByBucket({
  rules,
  table,
}: Pick<SharedRules, 'rules' | 'table'>): readonly (FirewallRule | undefined)[] {
  const own = new Map(table.map(mark => [mark, rules.filter(rule => markGiven(rule) === mark)]));
  return table.map((mark, bucket) => {
    const found = own.get(mark) ?? [];
    return found[bucket % Math.max(1, found.length)];
  });
}
