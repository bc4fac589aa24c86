import { clipEnd, placesOf, shortPlaceOf } from '../../../linux/index.ts';
import type { LinuxContext } from '../../context.ts';
import { actionEffect } from '../act/act.ts';
import type { ChainIndex } from '../chain-index.ts';
import { both, isRefused, join } from '../condition.ts';
import { conjunction } from '../conditions.ts';
import { leaveOut, nothingSaid } from '../left-out.ts';
import { fixedProtocol, portKeyword } from '../protocol.ts';
import { commentOf } from '../rule.ts';
import { fieldTypes, isRange, type KeyKind, textOf } from './element.ts';
import { guardOf } from './guard.ts';
import { type Run, sharedMatchers } from './run.ts';

/** Lines of a run in its chain, and the declaration of its set. */
export interface RunLines {
  readonly lines: readonly string[];
  readonly set: readonly string[];
}

/** One look-up in place of several rules. Each element of the set counts for its rule. */
export function compileRun(context: LinuxContext, chains: ChainIndex, run: Run, name: string): RunLines {
  const { rules, keys, elements } = run;
  const [first] = rules;
  if (!first) return { lines: [], set: [] };
  const conditions = conjunction(context, first, sharedMatchers(run));
  const effect = actionEffect(context, chains, first);
  if (isRefused(conditions) || effect.kind !== 'statements') {
    const why = isRefused(conditions) ? conditions.refused : 'why' in effect ? effect.why : nothingSaid;
    for (const rule of rules) leaveOut(context, rule, why);
    return { lines: [], set: [] };
  }
  const key = keys.map(kind => fieldOf(run, kind)).join(' . ');
  const place = commentOf(placesOf(rules.map(({ origin }) => origin)));
  const entries = rules.flatMap(({ origin }, i) => {
    const comment = commentOf(clipEnd(shortPlaceOf(origin), 120));
    return (elements[i] ?? []).map(element => join(textOf(element), 'counter', comment));
  });
  const hasRanges = elements.flat().some(isRange);
  const network = guardOf(run);
  const guard = network === undefined ? '' : `ip daddr ${network}`;
  return {
    lines: both(conditions, [join(guard, key, `@${name}`, effect.text, place)]),
    set: [
      `set ${name} {`,
      `  type ${keys.map(kind => fieldTypes[kind]).join(' . ')}`,
      ...(hasRanges ? ['  flags interval'] : []),
      '  counter',
      `  elements = { ${entries.join(', ')} }`,
      '}',
    ],
  };
}

/** Ports are read as those of the protocol where all rules have the same. */
function fieldOf({ keys, rules }: Run, kind: KeyKind): string {
  const keyword = keys.includes('protocol') ? undefined : rules[0] && portKeyword(fixedProtocol(rules[0]));
  const port = keyword ?? 'th';
  const fields: Readonly<Record<KeyKind, string>> = {
    protocol: 'meta l4proto',
    'in-interface': 'iifname',
    'out-interface': 'oifname',
    'src-address': 'ip saddr',
    'dst-address': 'ip daddr',
    'src-port': `${port} sport`,
    'dst-port': `${port} dport`,
  };
  return fields[kind];
}
