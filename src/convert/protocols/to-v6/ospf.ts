import { type OutlineStatement, quote } from '../../../rsc/index.ts';
import type { Said } from '../../../text/index.ts';
import type { Work } from '../../work.ts';
import type { OspfLine } from '../ospf-line.ts';
import {
  elsewhere,
  isDefaultItem,
  moveAway,
  oneOf,
  same,
  statedInV7,
  type Wording,
  wordsFor,
} from '../wording.ts';
import type { FiltersForV6 } from './filters.ts';
import type { External } from './ospf-external.ts';
import { interfaceLines } from './ospf-interfaces.ts';

const menus = ['instance', 'area', 'area range', 'interface-template'] as const;

type Lines = Readonly<Record<(typeof menus)[number], readonly OspfLine[]>>;

/** Chains that OSPF for IPv4 sends through. */
export const ospfOutChains = (work: Work): ReadonlySet<string> =>
  new Set(linesOf(work).instance.flatMap(({ stated }) => stated.get('out-filter-chain') ?? []));

/**
 * OSPF of RouterOS 7 in the words of 6 (docs/routeros.md#ospf): its first instance for IPv4 is the instance `default`,
 * which 6 always has, and the backbone of that the area `backbone`. Nothing is written where a line is not certain.
 */
export function ospfForV6(work: Work, filters: FiltersForV6): void {
  const lines = linesOf(work);
  const all = work.outline.statements.filter(({ menu }) => menu.startsWith('/routing ospf '));
  const moved = new Set(Object.values(lines).flatMap(list => list.map(({ one }) => one)));
  const isWhole = all.every(one => one.kind !== 'command' || moved.has(one) || work.topOf(one) !== one);
  const last = all.findLast(one => one.kind === 'command' && one.isTop);
  if (!last || !isWhole || lines.instance.length === 0) return;
  const names = namesOf(lines);
  work.insert('after', last, [
    ...lines.instance.map(line => instanceLine(work, line, names, filters)),
    ...lines.area.flatMap(line => areaLine(work, line, names)),
    ...lines['area range'].map(line => `/routing ospf area range add ${rangeWords(work, line, names)}`),
    ...interfaceLines(work, lines['interface-template'], area => names.area.get(area) ?? area),
  ]);
  for (const menu of menus) moveAway(work, `/routing ospf ${menu}`, moved, 'other lines for OSPF, below');
  work.say(last, 'info', 'ospf', {
    en: 'OSPF is stated anew for RouterOS 6: instances, areas, networks, interfaces.',
    id: 'OSPF ditulis ulang untuk RouterOS 6: instance, area, network, interface.',
  });
}

function linesOf(work: Work): Lines {
  const of = (menu: string): readonly OspfLine[] =>
    work.commands(`/routing ospf ${menu}`).flatMap(one => {
      const stated = one.isTop && one.name === 'add' ? statedInV7(one) : undefined;
      return stated && stated.get('version') !== '3' && !isDefaultItem(one) ? [{ one, stated }] : [];
    });
  return {
    instance: of('instance'),
    area: of('area'),
    'area range': of('area range'),
    'interface-template': of('interface-template'),
  };
}

/** What instances and areas are called in RouterOS 6. */
interface Names {
  readonly instance: ReadonlyMap<string, string>;
  readonly area: ReadonlyMap<string, string>;
}

const nameOf = ({ stated }: OspfLine): string => stated.get('name') ?? '';

function namesOf({ instance, area }: Lines): Names {
  const [first] = instance;
  const isFirst = (line: OspfLine): boolean =>
    isBackbone(line) && first !== undefined && line.stated.get('instance') === nameOf(first);
  const taken = (name: string, own: string): string => (name === own ? `${name}-2` : name);
  return {
    instance: new Map(
      instance.map(line => [nameOf(line), line === first ? 'default' : taken(nameOf(line), 'default')]),
    ),
    area: new Map(
      area.map(line => [nameOf(line), isFirst(line) ? 'backbone' : taken(nameOf(line), 'backbone')]),
    ),
  };
}

/** RouterOS 7 has the backbone's number where none is stated. */
const isBackbone = ({ stated }: OspfLine): boolean => (stated.get('area-id') ?? '0.0.0.0') === '0.0.0.0';

const origins = [
  ['connected', 'connected'],
  ['static', 'static'],
  ['rip', 'rip'],
  ['bgp', 'bgp'],
  ['ospf', 'other-ospf'],
] as const;

function instanceLine(work: Work, line: OspfLine, names: Names, { chains, externals }: FiltersForV6): string {
  const { stated, one } = line;
  const name = names.instance.get(nameOf(line)) ?? '';
  const said = externals.get(stated.get('out-filter-chain') ?? '') ?? [];
  const begin = name === 'default' ? 'set [ find default=yes ]' : `add name=${quote(name)}`;
  const words = [
    ...wordsFor(work, one, stated, instanceWording(work)),
    ...redistributed(work, line, said),
    ...defaultRoute(work, line, said),
    ...filterWords(work, line, chains),
  ];
  return `/routing ospf instance ${[begin, ...words].join(' ')}`;
}

const instanceWording = (work: Work): Wording => ({
  'router-id': text => routerIdWords(work, text),
  ...same('comment', 'disabled', 'mpls-te-area', 'domain-id', 'domain-tag', 'use-dn'),
  ...elsewhere('name', 'version', 'redistribute', 'originate-default', 'in-filter-chain', 'out-filter-chain'),
  'routing-table': text => (text === 'main' ? '' : `routing-table=${quote(text)}`),
  vrf: text => (text === 'main' ? '' : undefined),
});

/** An address, or the name of an item of `/routing id`; `main` is the one that RouterOS 7 makes by itself. */
function routerIdWords(work: Work, text: string): string | undefined {
  if (/^[\d.]+$/.test(text)) return `router-id=${text}`;
  const items = work.added('/routing id').map(one => statedInV7(one));
  const id = items.find(stated => stated?.get('name') === text)?.get('id');
  if (id !== undefined) return `router-id=${id}`;
  return text === 'main' ? '' : undefined;
}

function redistributed(work: Work, { one, stated }: OspfLine, said: readonly External[]): string[] {
  const named = (stated.get('redistribute') ?? '').split(',').filter(name => name !== '');
  return named.flatMap(name => {
    const word = origins.find(([v7]) => v7 === name)?.[1];
    if (word === undefined) {
      const what = {
        en: `RouterOS 6 does not redistribute '${name}' into OSPF; it is left out.`,
        id: `RouterOS 6 tidak me-redistribute '${name}' ke OSPF; dihilangkan.`,
      };
      work.say(one, 'error', 'ospf-redistribute', what, {
        en: 'See to it by hand.',
        id: 'Kerjakan sendiri.',
      });
      return [];
    }
    const { type, metric } = externalFor(name, said);
    if (type === undefined) sayType(work, one, { en: `Routes of '${name}'`, id: `Rute '${name}'` });
    return [
      `redistribute-${word}=as-type-${type === 'type1' ? 1 : 2}`,
      ...(metric === undefined ? [] : [`metric-${word}=${metric}`]),
    ];
  });
}

/** What is said last decides. */
function externalFor(of: string, said: readonly External[]): Pick<External, 'type' | 'metric'> {
  const mine = said.filter(one => one.of === of || one.of === 'all');
  return {
    type: mine.findLast(({ type }) => type !== undefined)?.type,
    metric: mine.findLast(({ metric }) => metric !== undefined)?.metric,
  };
}

function defaultRoute(work: Work, { one, stated }: OspfLine, said: readonly External[]): string[] {
  const when = stated.get('originate-default') ?? 'never';
  if (when === 'never') return [];
  const { type, metric } = externalFor('default', said);
  if (type === undefined) sayType(work, one, { en: 'The default route', id: 'Rute default' });
  return [
    `distribute-default=${when}-as-type-${type === 'type1' ? 1 : 2}`,
    ...(metric === undefined ? [] : [`metric-default=${metric}`]),
  ];
}

function sayType(work: Work, one: OutlineStatement, what: Said): void {
  const whole = {
    en: `${what.en} get type 2 here; which type and metric RouterOS 7 gives where no filter says is not established.`,
    id: `${what.id} mendapat type 2 di sini; type dan metric yang diberi RouterOS 7 tanpa filter tidak pasti.`,
  };
  work.say(one, 'warning', 'ospf-external', whole, {
    en: 'Look at the type that the neighbours see.',
    id: 'Lihat type yang dilihat tetangga.',
  });
}

/** RouterOS 6 sends and takes through the chains `ospf-out` and `ospf-in` where nothing else is said. */
function filterWords(work: Work, { one, stated }: OspfLine, chains: ReadonlySet<string>): string[] {
  return (['in', 'out'] as const).flatMap(way => {
    const chain = stated.get(`${way}-filter-chain`);
    const usual = `ospf-${way}`;
    if (chain !== undefined) return chain === usual ? [] : [`${way}-filter=${quote(chain)}`];
    if (!chains.has(usual)) return [];
    const what = {
      en: `RouterOS 6 uses the chain ${usual} for OSPF where none is named; this instance names none.`,
      id: `RouterOS 6 memakai chain ${usual} untuk OSPF bila tidak disebut; instance ini tidak menyebutnya.`,
    };
    work.say(one, 'error', 'ospf-filter', what, {
      en: `Rename the chain ${usual}.`,
      id: `Ganti nama chain ${usual}.`,
    });
    return [];
  });
}

function areaLine(work: Work, line: OspfLine, names: Names): string[] {
  const { stated, one } = line;
  const name = names.area.get(nameOf(line)) ?? '';
  const instance = names.instance.get(stated.get('instance') ?? '') ?? stated.get('instance') ?? '';
  const words = wordsFor(work, one, stated, areaWording);
  if (name === 'backbone')
    return words.length === 0 ? [] : [`/routing ospf area set [ find default=yes ] ${words.join(' ')}`];
  const id = stated.get('area-id') ?? '0.0.0.0';
  const own = [`name=${quote(name)}`, `area-id=${id}`];
  const of = instance === 'default' ? [] : [`instance=${quote(instance)}`];
  const summaries = stated.get('no-summaries') === 'yes' ? ['inject-summary-lsas=no'] : [];
  return [`/routing ospf area add ${[...own, ...of, ...words, ...summaries].join(' ')}`];
}

const areaWording: Wording = {
  ...same('comment', 'default-cost'),
  disabled: text => (text === 'no' ? '' : `disabled=${text}`),
  ...elsewhere('name', 'instance', 'area-id', 'no-summaries'),
  type: oneOf('type', { default: '', stub: 'stub', nssa: 'nssa' }),
  'nssa-translator': oneOf('translator-role', {
    yes: 'translate-always',
    no: 'translate-never',
    candidate: 'translate-candidate',
  }),
};

const rangeWords = (work: Work, { one, stated }: OspfLine, names: Names): string =>
  wordsFor(work, one, stated, {
    ...same('advertise', 'comment', 'disabled', 'cost'),
    area: text => `area=${quote(names.area.get(text) ?? text)}`,
    prefix: 'range',
  }).join(' ');
