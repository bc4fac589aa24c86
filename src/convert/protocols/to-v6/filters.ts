import { type OutlineStatement, quote } from '../../../rsc/index.ts';
import type { Work } from '../../work.ts';
import { ChainEnds } from '../chain-ends.ts';
import { moveAway, type Stated, statedInV7 } from '../wording.ts';
import { type FilterStep, filterSteps, isFinal } from './filter-language.ts';
import { wordsOfStep } from './filter-words.ts';
import { type External, externalOf, withoutExternal } from './ospf-external.ts';

const menu = '/routing filter rule';

export interface FiltersForV6 {
  /** Chains that have rules. */
  readonly chains: ReadonlySet<string>;
  /** What chains say of type and metric of what OSPF redistributes. */
  readonly externals: ReadonlyMap<string, readonly External[]>;
}

/**
 * Rules that are texts become lines of properties (docs/routeros.md#routing-filters), one for each `if`; what
 * RouterOS 6 cannot say stays for the gate. `ospfOut`: chains that OSPF sends through, which say types and metrics.
 */
export function filtersForV6(work: Work, ospfOut: ReadonlySet<string>): FiltersForV6 {
  const ends = new ChainEnds(work, {
    outcome: 'reject',
    line: (chain, action) => lineFor(chain, [`action=${action}`]),
  });
  const externals = new Map<string, External[]>();
  const moved = new Set<OutlineStatement>();
  for (const one of work.added(menu)) {
    const rule = ruleOf(one, ospfOut);
    if (!rule) continue;
    const { chain, stated, lines, isOn } = rule;
    ends.note(chain, one, isOn && rule.decides);
    for (const target of rule.jumps) ends.jumpsTo(target);
    if (!lines) continue;
    moved.add(one);
    if (isOn) externals.set(chain, [...(externals.get(chain) ?? []), ...rule.externals]);
    const written = lines.filter(words => words.length > 0).map(words => lineFor(chain, words, stated));
    work.insert('after', one, written);
  }
  ends.close();
  moveAway(work, menu, moved, '/routing filter');
  return { chains: ends.chains, externals };
}

interface Rule {
  readonly chain: string;
  readonly stated: Stated;
  readonly isOn: boolean;
  /** Properties of the lines that say the same; undefined: RouterOS 6 cannot say it. */
  readonly lines: readonly (readonly string[])[] | undefined;
  /** Does no route get behind it? */
  readonly decides: boolean;
  readonly jumps: readonly string[];
  readonly externals: readonly External[];
}

function ruleOf(one: OutlineStatement, ospfOut: ReadonlySet<string>): Rule | undefined {
  const stated = statedInV7(one);
  const chain = stated?.get('chain');
  if (!stated || chain === undefined) return undefined;
  const steps = filterSteps(stated.get('rule') ?? '');
  const external = (steps ?? []).map(step => (ospfOut.has(chain) ? externalOf(step) : undefined));
  const rest = steps?.map((step, i) => (external[i] ? withoutExternal(step) : step));
  const lines = allOf(rest?.map(wordsOfStep));
  return {
    chain,
    stated,
    isOn: stated.get('disabled') !== 'yes',
    lines,
    decides: lines !== undefined && rest?.some(decides) === true,
    jumps: steps?.flatMap(jumpsOf) ?? [],
    externals: external.flatMap(said => said ?? []),
  };
}

/** Undefined where one of them is. */
function allOf<T>(items: readonly (T | undefined)[] | undefined): readonly T[] | undefined {
  const known = items?.flatMap(item => (item === undefined ? [] : [item]));
  return known?.length === items?.length ? known : undefined;
}

const decides = ({ conditions, actions }: FilterStep): boolean => conditions.length === 0 && isFinal(actions);

const jumpsOf = ({ actions }: FilterStep): readonly string[] =>
  actions.flatMap(([verb, target]) => (verb === 'jump' && target !== undefined ? [target] : []));

function lineFor(chain: string, words: readonly string[], stated: Stated = new Map()): string {
  const comment = stated.get('comment');
  const all = [
    `/routing filter add chain=${quote(chain)}`,
    ...words,
    ...(comment === undefined ? [] : [`comment=${quote(comment)}`]),
    ...(stated.get('disabled') === 'yes' ? ['disabled=yes'] : []),
  ];
  return all.join(' ');
}
