import { type OutlineStatement, quote } from '../../rsc/index.ts';
import type { Work } from '../work.ts';
import { moveAway, type Stated, statedBy } from './wording.ts';

const menu = '/routing filter';

/**
 * Filters become rules that are texts (docs/routeros.md#routing-filters). The end of a chain accepts in RouterOS 6 and
 * rejects in 7: an accepting rule follows the last of each. Gives the chains that have rules.
 */
export function filtersForV7(work: Work): ReadonlySet<string> {
  const moved = new Set<OutlineStatement>();
  const last = new Map<string, OutlineStatement>();
  const chains = new Set<string>();
  for (const one of work.added(menu)) {
    const stated = statedBy(one);
    const chain = stated?.get('chain');
    if (!stated || chain === undefined) continue;
    chains.add(chain);
    last.set(chain, one);
    const rule = ruleOf(stated);
    if (rule === undefined) continue;
    moved.add(one);
    if (rule !== '') work.insert('after', one, [lineFor(chain, rule, stated)]);
  }
  for (const [chain, one] of last) work.insert('after', one, [lineFor(chain, 'accept')]);
  moveAway(work, menu, moved, '/routing filter rule');
  return chains;
}

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

const protocols: Readonly<Record<string, string>> = {
  connect: 'connected',
  static: 'static',
  rip: 'rip',
  ospf: 'ospf',
  bgp: 'bgp',
};

type Words = (text: string) => string | undefined;

const matchers: Readonly<Record<string, Words>> = {
  protocol: text => (protocols[text] === undefined ? undefined : `protocol ${protocols[text]}`),
  distance: numeric('distance'),
  scope: numeric('scope'),
  'target-scope': numeric('scope-target'),
  'bgp-local-pref': numeric('bgp-local-pref'),
  'bgp-med': numeric('bgp-med'),
  'bgp-weight': numeric('bgp-weight'),
  'bgp-as-path-length': numeric('bgp-path-len'),
};

const setting =
  (property: string): Words =>
  text =>
    /^[\w.:,-]+$/.test(text) ? `set ${property} ${text}` : undefined;

const sets: Readonly<Record<string, Words>> = {
  'set-distance': setting('distance'),
  'set-scope': setting('scope'),
  'set-target-scope': setting('scope-target'),
  'set-pref-src': setting('pref-src'),
  'set-bgp-weight': setting('bgp-weight'),
  'set-bgp-local-pref': setting('bgp-local-pref'),
  'set-bgp-med': setting('bgp-med'),
  'set-bgp-prepend': setting('bgp-path-prepend'),
  'set-bgp-communities': setting('bgp-communities'),
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
