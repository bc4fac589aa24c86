import { quote } from '../../../rsc/index.ts';
import type { Work } from '../../work.ts';
import type { OspfLine } from '../ospf-line.ts';
import {
  elsewhere,
  isDefaultItem,
  moveAway,
  oneOf,
  type Stated,
  same,
  statedBy,
  type Wording,
  wordsFor,
} from '../wording.ts';
import { lineFor } from './filters.ts';
import { interfaceWords, networkLines } from './ospf-interfaces.ts';
import { areaOf, type OspfLines, ospfMenus } from './ospf-lines.ts';

/**
 * OSPF of RouterOS 6: an instance and a backbone that are always there, interfaces, and networks that switch it on. In 7
 * all are stated, and templates match interfaces (docs/routeros.md#ospf). Nothing is written where a line is not certain.
 */
export function ospfForV7(work: Work, chains: ReadonlySet<string>): void {
  const all = work.outline.statements.filter(({ menu }) => menu.startsWith('/routing ospf '));
  const lines = linesOf(work);
  const moved = new Set(Object.values(lines).flatMap(list => list.map(({ one }) => one)));
  const isWhole = all.every(one => one.kind !== 'command' || moved.has(one) || work.topOf(one) !== one);
  const last = all.findLast(one => one.kind === 'command' && one.isTop);
  if (!last || !isWhole || lines.network.length === 0) return;
  const used = new Set([...lines.network.map(areaOf), ...lines.area.map(nameOfArea)]);
  work.insert('after', last, [
    ...instanceLines(work, lines, chains),
    ...areaLines(work, lines, used),
    ...lines['area range'].map(line => `/routing ospf area range add ${rangeWords(work, line).join(' ')}`),
    ...networkLines(work, lines, interfaceWords),
  ]);
  for (const menu of ospfMenus) moveAway(work, `/routing ospf ${menu}`, moved, 'other lines for OSPF, below');
  work.say(last, 'info', 'ospf', {
    en: 'OSPF is stated anew for RouterOS 7: instances, areas, and a template for each network.',
    id: 'OSPF ditulis ulang untuk RouterOS 7: instance, area, dan template untuk setiap jaringan.',
  });
}

function linesOf(work: Work): OspfLines {
  const of = (menu: string): readonly OspfLine[] =>
    work.commands(`/routing ospf ${menu}`).flatMap(one => {
      const stated = one.isTop && (one.name === 'add' || isDefaultItem(one)) ? statedBy(one) : undefined;
      return stated ? [{ one, stated }] : [];
    });
  return {
    instance: of('instance'),
    area: of('area'),
    'area range': of('area range'),
    interface: of('interface'),
    network: of('network'),
  };
}

const nameOfArea = ({ one, stated }: OspfLine): string =>
  stated.get('name') ?? (isDefaultItem(one) ? 'backbone' : '');

const nameOfInstance = ({ stated }: OspfLine): string => stated.get('name') ?? 'default';

const always: OspfLine['stated'] = new Map();

function instanceLines(work: Work, lines: OspfLines, chains: ReadonlySet<string>): string[] {
  const stated = new Map(lines.instance.map(line => [nameOfInstance(line), line]));
  const named = lines.area.map(({ stated: area }) => area.get('instance') ?? 'default');
  return [...new Set(['default', ...stated.keys(), ...named])]
    .filter(name => name !== 'default' || stated.has(name) || isDefaultUsed(lines))
    .flatMap(name => instanceLine(work, name, stated.get(name), chains));
}

/** The backbone is of the default instance where no line says else. */
function isDefaultUsed(lines: OspfLines): boolean {
  const own = new Map(lines.area.map(line => [nameOfArea(line), line.stated.get('instance') ?? 'default']));
  return lines.network.some(line => (own.get(areaOf(line)) ?? 'default') === 'default');
}

const external = [
  ['connected', '20'],
  ['static', '20'],
  ['rip', '20'],
  ['bgp', 'auto'],
] as const;

function instanceLine(
  work: Work,
  name: string,
  line: OspfLine | undefined,
  chains: ReadonlySet<string>,
): string[] {
  const stated = line?.stated ?? always;
  const words = line ? wordsFor(work, line.one, stated, instanceWording) : [];
  const types = external.flatMap(([protocol, usual]) => {
    const type = typeOf(stated.get(`redistribute-${protocol}`));
    const metric = stated.get(`metric-${protocol}`) ?? usual;
    return type === undefined ? [] : [{ when: `protocol ${protocol}`, protocol, type, metric }];
  });
  const origin = originOf(stated);
  if (line && origin) sayOrigin(line, work);
  const given = [
    ...types,
    ...(origin
      ? [{ when: 'dst==0.0.0.0/0', type: origin.type, metric: stated.get('metric-default') ?? '1' }]
      : []),
  ];
  const [own, into] = [stated.get('out-filter') ?? 'ospf-out', stated.get('in-filter') ?? 'ospf-in'];
  const chain = given.length > 0 ? `ospf-${name}-external` : chains.has(own) ? own : undefined;
  const rules = given.map(({ when, type, metric }) =>
    lineFor(`ospf-${name}-external`, `if (${when}) { ${metricOf(metric)}set ospf-ext-type ${type} }`),
  );
  const end = chains.has(own) ? `jump ${own}` : 'accept';
  return [
    ...rules,
    ...(rules.length > 0 ? [lineFor(`ospf-${name}-external`, end)] : []),
    [
      `/routing ospf instance add name=${quote(name)} version=2`,
      ...words,
      ...(types.length > 0 ? [`redistribute=${types.map(({ protocol }) => protocol).join(',')}`] : []),
      ...(origin ? [`originate-default=${origin.when}`] : []),
      ...(chain === undefined ? [] : [`out-filter-chain=${quote(chain)}`]),
      ...(chains.has(into) ? [`in-filter-chain=${quote(into)}`] : []),
    ].join(' '),
  ];
}

const metricOf = (metric: string): string => (/^\d+$/.test(metric) ? `set ospf-ext-metric ${metric}; ` : '');

function typeOf(text: string | undefined): 'type1' | 'type2' | undefined {
  if (text === 'as-type-1') return 'type1';
  return text === 'as-type-2' ? 'type2' : undefined;
}

function originOf(stated: Stated): { readonly when: string; readonly type: string } | undefined {
  const [, when, number] =
    /^(if-installed|always)-as-type-([12])$/.exec(stated.get('distribute-default') ?? '') ?? [];
  return when === undefined || number === undefined ? undefined : { when, type: `type${number}` };
}

function sayOrigin({ one }: OspfLine, work: Work): void {
  const what = {
    en: 'Type and metric of the default route are set by a filter; whether RouterOS 7 takes the default that it makes itself through the filter is not established.',
    id: 'Type dan metric rute default diatur oleh filter; apakah RouterOS 7 melewatkan default buatannya sendiri lewat filter itu tidak pasti.',
  };
  work.say(one, 'warning', 'ospf-default', what, {
    en: 'Look at the type that the neighbours see.',
    id: 'Lihat type yang dilihat tetangga.',
  });
}

const instanceWording: Wording = {
  ...same('comment', 'disabled', 'domain-id', 'domain-tag', 'use-dn'),
  ...elsewhere('name', 'in-filter', 'out-filter', 'distribute-default', 'metric-default'),
  ...Object.fromEntries(
    external.flatMap(([one]) => [
      [`redistribute-${one}`, () => ''],
      [`metric-${one}`, () => ''],
    ]),
  ),
  'redistribute-other-ospf': text => (text === 'no' ? '' : undefined),
  'metric-other-ospf': () => '',
  'router-id': text => (text === '0.0.0.0' ? '' : `router-id=${text}`),
  'mpls-te-area': text => (text === 'unspecified' ? '' : `mpls-te-area=${text}`),
  'mpls-te-router-id': text => (text === 'unspecified' ? '' : undefined),
};

function areaLines(work: Work, lines: OspfLines, used: ReadonlySet<string>): string[] {
  const stated = new Map(lines.area.map(line => [nameOfArea(line), line]));
  return [...used].map(name => {
    const line = stated.get(name);
    const isBackbone = name === 'backbone' && !line?.stated.has('area-id');
    const isStub = /^(?:stub|nssa)$/.test(line?.stated.get('type') ?? '');
    const words = [
      `name=${quote(name)} instance=${quote(line?.stated.get('instance') ?? 'default')}`,
      ...(isBackbone ? ['area-id=0.0.0.0'] : []),
      ...(line ? wordsFor(work, line.one, line.stated, areaWording) : []),
      ...(isStub && !line?.stated.has('default-cost') ? ['default-cost=1'] : []),
    ];
    return `/routing ospf area add ${words.join(' ')}`;
  });
}

const areaWording: Wording = {
  ...same('area-id', 'comment', 'disabled', 'default-cost'),
  ...elsewhere('name', 'instance'),
  type: oneOf('type', { default: '', stub: 'stub', nssa: 'nssa' }),
  'inject-summary-lsas': text => (text === 'no' ? 'no-summaries' : ''),
  'translator-role': oneOf('nssa-translator', {
    'translate-always': 'yes',
    'translate-never': 'no',
    'translate-candidate': 'candidate',
  }),
};

const rangeWords = (work: Work, { one, stated }: OspfLine): string[] =>
  wordsFor(work, one, stated, {
    ...same('advertise', 'area', 'comment', 'disabled'),
    range: 'prefix',
    cost: text => (text === 'default' || text === 'calculated' ? '' : `cost=${text}`),
  });
