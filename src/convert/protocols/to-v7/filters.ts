import { type OutlineStatement, quote } from '../../../rsc/index.ts';
import type { Work } from '../../work.ts';
import { ChainEnds } from '../chain-ends.ts';
import { numberNames, originNames, settingNames } from '../filter-names.ts';
import { moveAway, type Stated, statedBy } from '../wording.ts';

const menu = '/routing filter';

/**
 * Filters become rules that are texts (docs/routeros.md#routing-filters). The end of a chain accepts in RouterOS 6 and
 * rejects in 7: an accepting rule follows where the last one does not decide. Gives the chains that have rules.
 */
export function filtersForV7(work: Work): ReadonlySet<string> {
  const ends = new ChainEnds(work, { outcome: 'accept', line: lineFor });
  const moved = new Set<OutlineStatement>();
  for (const one of work.added(menu)) {
    const stated = statedBy(one);
    const chain = stated?.get('chain');
    if (!stated || chain === undefined) continue;
    const rule = ruleOf(stated);
    ends.note(chain, one, rule !== undefined && isFinal(rule, stated));
    if (stated.get('action') === 'jump') ends.jumpsTo(stated.get('jump-target'));
    if (rule === undefined) continue;
    moved.add(one);
    if (rule !== '') work.insert('after', one, [lineFor(chain, rule, stated)]);
  }
  ends.close();
  moveAway(work, menu, moved, '/routing filter rule');
  return ends.chains;
}

/** Does it decide about every route that gets there? */
const isFinal = (rule: string, stated: Stated): boolean =>
  !rule.startsWith('if ') && /\b(?:accept|reject|return)$/.test(rule) && stated.get('disabled') !== 'yes';

export function lineFor(chain: string, rule: string, stated: Stated = new Map()): string {
  const comment = stated.get('comment');
  const words = [
    `/routing filter rule add chain=${quote(chain)}`,
    ...(comment === undefined ? [] : [`comment=${quote(comment)}`]),
    ...(stated.get('disabled') === 'yes' ? ['disabled=yes'] : []),
    `rule="${rule}"`,
  ];
  return words.join(' ');
}

/** Undefined: part of it has no certain counterpart. `''`: the rule does nothing. */
function ruleOf(stated: Stated): string | undefined {
  const conditions = [prefixOf(stated), ...[...stated].map(([name, text]) => conditionOf(name, text))];
  const actions = [...[...stated].map(([name, text]) => setOf(name, text)), actionOf(stated)];
  const isKnown = [...stated.keys()].every(name => name in matchers || name in sets || plain.has(name));
  if (!isKnown || conditions.includes(undefined) || actions.includes(undefined)) return undefined;
  const [when, what] = [conditions, actions].map(parts => parts.filter(part => part !== ''));
  if (!when || !what || what.length === 0) return '';
  const done = what.join('; ');
  return when.length === 0 ? done : `if (${when.join(' && ')}) { ${done} }`;
}

const plain = new Set(['chain', 'comment', 'disabled', 'action', 'jump-target', 'prefix', 'prefix-length']);

/** Without a length a prefix matches only itself. */
function prefixOf(stated: Stated): string | undefined {
  const [prefix, length] = [stated.get('prefix'), stated.get('prefix-length')];
  if (length === undefined) return prefix === undefined ? '' : `dst==${prefix}`;
  const lengths = numeric('dst-len')(length);
  if (lengths === undefined) return undefined;
  return prefix === undefined ? lengths : `dst in ${prefix} && ${lengths}`;
}

const numeric =
  (property: string) =>
  (text: string): string | undefined => {
    if (/^\d+$/.test(text)) return `${property}==${text}`;
    return /^\d+-\d+$/.test(text) ? `${property} in ${text}` : undefined;
  };

type Words = (text: string) => string | undefined;

const origins = new Map(originNames);

const matchers: Readonly<Record<string, Words>> = {
  protocol: text => (origins.has(text) ? `protocol ${origins.get(text)}` : undefined),
  'bgp-communities': text => (/^[\d:,]+$/.test(text) ? `bgp-communities includes ${text}` : undefined),
  ...Object.fromEntries(numberNames.map(({ v6, v7 }) => [v6, numeric(v7)])),
};

const setting =
  (property: string): Words =>
  text =>
    /^[\w.:,-]+$/.test(text) ? `set ${property} ${text}` : undefined;

const sets: Readonly<Record<string, Words>> = {
  ...Object.fromEntries(settingNames.map(([v6, v7]) => [v6, setting(v7)])),
  'append-bgp-communities': text => (/^[\w:,-]+$/.test(text) ? `append bgp-communities ${text}` : undefined),
};

const conditionOf = (name: string, text: string): string | undefined => {
  const words = matchers[name];
  return words ? words(text) : '';
};

const setOf = (name: string, text: string): string | undefined => {
  const words = sets[name];
  return words ? words(text) : '';
};

function actionOf(stated: Stated): string | undefined {
  const target = stated.get('jump-target');
  switch (stated.get('action') ?? 'passthrough') {
    case 'accept':
      return 'accept';
    case 'reject':
    case 'discard':
      return 'reject';
    case 'return':
      return 'return';
    case 'passthrough':
      return '';
    case 'jump':
      return target === undefined ? undefined : `jump ${target}`;
    default:
      return undefined;
  }
}
