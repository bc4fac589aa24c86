import { hex, markLayout, placesOf } from '../../../linux/index.ts';
import type { FirewallRule } from '../../../model/index.ts';
import { usualBuckets } from '../../../pcc/index.ts';
import type { LinuxContext } from '../../context.ts';
import type { First } from '../../lines/used.ts';
import { markNumber } from '../../numbers.ts';
import { isDivided } from '../../shares/index.ts';
import { actionEffect } from '../act/act.ts';
import type { ChainIndex } from '../chain-index.ts';
import { both, isRefused, join, quote } from '../condition.ts';
import { conjunction } from '../conditions.ts';
import { guardRouting } from '../guard.ts';
import { leaveOut, nothingSaid } from '../left-out.ts';
import { bucketExpressions } from '../match-pcc.ts';
import { fixedProtocol } from '../protocol.ts';
import { commentOf, type HelperChain, tailsOf } from '../rule.ts';
import { type Family, keyMatcher, keyValue } from './family.ts';
import { freshChains, freshConditions } from './fresh.ts';
import { ledOnward, type Way } from './onward.ts';

/** Lines of one family, the chains of its rules, and its named maps. */
export interface FamilyLines {
  readonly lines: readonly string[];
  readonly helpers: readonly HelperChain[];
  readonly maps: readonly (readonly string[])[];
  readonly firsts: readonly First[];
}

const nothing: FamilyLines = { lines: [], helpers: [], maps: [], firsts: [] };

/**
 * One look-up in place of several rules: it leads to a chain for each, so that each counts, and changes its own bits alone. `way`: where
 * packets go from there.
 */
export function compileFamily(
  context: LinuxContext,
  chains: ChainIndex,
  family: Family,
  name: string,
  way: Way,
): FamilyLines {
  const [one] = family.rules;
  if (!one) return nothing;
  const rest = one.matchers.filter(matcher => matcher !== keyMatcher(one, family.key));
  const conditions = conjunction(context, one, rest);
  const effects = family.rules.map(rule => actionEffect(context, chains, rule));
  const refused = effects.find(effect => effect.kind !== 'statements');
  if (isRefused(conditions) || refused) {
    const why = isRefused(conditions)
      ? conditions.refused
      : refused && 'why' in refused
        ? refused.why
        : nothingSaid;
    for (const rule of family.rules) leaveOut(context, rule, why);
    return nothing;
  }
  const texts = effects.map(effect => (effect.kind === 'statements' ? effect.text : ''));
  const helpers = family.rules.map((rule, i) => ({
    name: `${name}_${i}`,
    lines: tailsOf(context, chains, rule, ledOnward(context, chains, rule, texts[i] ?? '', way)),
  }));
  const usual = asked(context, chains, family, name, 'jump', conditions);
  const freshName = `${name}_fresh`;
  const fresh = freshChains(context, chains, family, freshName, way.onward);
  const untouched = fresh.length === 0 ? [] : freshConditions(conditions);
  if (untouched.length === 0) return { lines: usual.lines, helpers, maps: [usual.map], firsts: [] };
  const first = asked(context, chains, family, freshName, 'goto', untouched);
  return {
    lines: [...first.lines, ...usual.lines],
    helpers,
    maps: [usual.map, first.map],
    firsts: fresh,
  };
}

/** The look-up itself, of packets that meet `conditions`. */
function asked(
  context: LinuxContext,
  chains: ChainIndex,
  family: Family,
  name: string,
  verb: 'jump' | 'goto',
  conditions: readonly string[],
): { readonly lines: readonly string[]; readonly map: readonly string[] } {
  const leads = family.rules.map(
    (rule, i) => [keyText(context, family, rule), `${verb} ${name}_${i}`] as const,
  );
  const comment = commentOf(placesOf(family.rules.map(({ origin }) => origin)));
  const { match, map } = lookup(context, chains, family, name, leads);
  return {
    lines: both(
      conditions,
      match.map(one => join(one, comment)),
    ),
    map,
  };
}

interface Lookup {
  readonly match: readonly string[];
  readonly map: readonly string[];
}

type Leads = readonly (readonly [string, string])[];

function lookup(
  context: LinuxContext,
  chains: ChainIndex,
  family: Family,
  name: string,
  leads: Leads,
): Lookup {
  const [first] = family.rules;
  const matcher = keyMatcher(first, family.key);
  if (first && matcher?.kind === 'per-connection-classifier') {
    const { fields } = matcher;
    const isTable = isDivided(context, family.rules);
    const denominator = isTable ? usualBuckets : matcher.denominator;
    const found = bucketExpressions(fields, denominator, context.options.seed, fixedProtocol(first));
    // Remainders that no packet has are left out: those rules never match.
    const known = leads.filter(([bucket]) => Number(bucket) < denominator);
    const match = found.map(one => join(one.match, `${one.expression} vmap @${name}`));
    return { match, map: isTable ? [] : mapLines(name, denominator, known) };
  }
  if (family.key === 'in-interface') return { match: [`iifname vmap { ${textOf(leads)} }`], map: [] };
  const mark = `ct mark & ${hex(markLayout.connection.mask)} vmap { ${textOf(leads)} }`;
  return { match: guardRouting(context, chains, family.rules).map(guard => join(guard, mark)), map: [] };
}

const textOf = (leads: Leads): string => leads.map(lead => lead.join(' : ')).join(', ');

/** nft 1.0.6 can print a map whose keys it knows as those of a number generator, and none of a hash (docs/lab-notes.md#maps-in-nft). */
const mapLines = (name: string, modulus: number, leads: Leads): readonly string[] => [
  `map ${name} {`,
  `  typeof numgen inc mod ${modulus} : verdict`,
  `  size ${modulus}`,
  ...(leads.length > 0 ? [`  elements = { ${textOf(leads)} }`] : []),
  '}',
];

function keyText({ marks }: LinuxContext, { key }: Family, rule: FirewallRule): string {
  const value = keyValue(rule, key);
  if (key === 'in-interface') return quote(value);
  return key === 'connection-mark' ? hex(markNumber(marks, 'connection', value) ?? 0) : value;
}
