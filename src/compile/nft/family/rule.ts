import { hex, keptField, markLayout, type ProgramMap, placesOf } from '../../../linux/index.ts';
import type { FirewallRule } from '../../../model/index.ts';
import type { LinuxContext } from '../../context.ts';
import { markNumber } from '../../numbers.ts';
import type { ChainIndex } from '../chain-index.ts';
import { both, isRefused, join, quote } from '../condition.ts';
import { conjunction } from '../conditions.ts';
import { guardRouting } from '../guard.ts';
import { leaveOut } from '../left-out.ts';
import { bucketExpressions } from '../match-pcc.ts';
import { fixedProtocol } from '../protocol.ts';
import { commentOf } from '../rule.ts';
import { type Family, keyMatcher, keyValue } from './family.ts';

/** Lines of one family, and the named map where it has one. */
export interface FamilyLines {
  readonly lines: readonly string[];
  readonly map?: ProgramMap | undefined;
}

/** One look-up in place of several rules. `mapName`: for a PCC family, whose map the running gateway may rewrite. */
export function compileFamily(
  context: LinuxContext,
  chains: ChainIndex,
  family: Family,
  mapName: string,
): FamilyLines {
  const [first] = family.rules;
  if (!first) return { lines: [] };
  const rest = first.matchers.filter(matcher => matcher !== keyMatcher(first, family.key));
  const conditions = conjunction(context, first, rest);
  if (isRefused(conditions)) {
    for (const rule of family.rules) leaveOut(context, rule, conditions.refused);
    return { lines: [] };
  }
  const map =
    family.key === 'per-connection-classifier' ? pccMap(context, chains, family, mapName) : undefined;
  const tails = lookups(context, chains, family, map).map(({ match, statement }) =>
    join(
      match,
      'counter',
      statement,
      verdict(chains, first),
      commentOf(placesOf(family.rules.map(r => r.origin))),
    ),
  );
  return { lines: both(conditions, tails), map };
}

interface Lookup {
  readonly match: string;
  readonly statement: string;
}

function lookups(context: LinuxContext, chains: ChainIndex, family: Family, map?: ProgramMap): Lookup[] {
  const [first] = family.rules;
  const matcher = keyMatcher(first, family.key);
  if (matcher?.kind === 'per-connection-classifier' && map) {
    const { fields, denominator } = matcher;
    const protocol = first && fixedProtocol(first);
    return bucketExpressions(fields, denominator, context.options.seed, protocol).map(
      ({ match, expression }) => ({ match, statement: `ct mark set ${expression} map @${map.name}` }),
    );
  }
  if (family.key === 'in-interface') {
    const elements = elementsOf(family, rule => [
      quote(keyValue(rule, family.key)),
      markText(context, chains, rule),
    ]);
    return [{ match: '', statement: `ct mark set iifname map ${elements}` }];
  }
  const elements = elementsOf(family, rule => [
    hex(markNumber(context.marks, 'connection', keyValue(rule, family.key)) ?? 0),
    markText(context, chains, rule),
  ]);
  const statement = `meta mark set ct mark & ${hex(markLayout.connection.mask)} map ${elements}`;
  return guardRouting(context, chains, family.rules).map(match => ({
    match,
    statement,
  }));
}

function elementsOf(family: Family, entry: (rule: FirewallRule) => readonly [string, string]): string {
  return `{ ${family.rules.map(rule => entry(rule).join(' : ')).join(', ')} }`;
}

const verdict = (chains: ChainIndex, { table, chain, action }: FirewallRule): string =>
  'passthrough' in action && !action.passthrough ? chains.endOf(table, chain) : '';

const markText = (context: LinuxContext, chains: ChainIndex, rule: FirewallRule): string =>
  hex(markValue(context, chains, rule));

function markValue({ marks }: LinuxContext, { keeps }: ChainIndex, { action }: FirewallRule): number {
  if (action.kind === 'mark-connection') {
    return (markNumber(marks, 'connection', action.mark) ?? 0) | (keeps ? keptField.changed : 0);
  }
  return action.kind === 'mark-routing' ? (markNumber(marks, 'routing', action.mark) ?? 0) : 0;
}

/** Remainders that no packet has (≥ denominator) are left out: those rules never match. */
function pccMap(context: LinuxContext, chains: ChainIndex, family: Family, name: string): ProgramMap {
  const matcher = keyMatcher(family.rules[0], family.key);
  const denominator = matcher?.kind === 'per-connection-classifier' ? matcher.denominator : 0;
  const elements = family.rules
    .map(rule => ({ bucket: Number(keyValue(rule, family.key)), mark: markValue(context, chains, rule) }))
    .filter(({ bucket }) => bucket < denominator);
  return { name, modulus: denominator, elements };
}
