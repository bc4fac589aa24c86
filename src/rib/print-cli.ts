import { mainTable, type Release, semanticsOf } from '../model/index.ts';
import { prefixRange } from '../net/index.ts';
import { aligned, type ColumnShape } from './aligned.ts';
import { flagsOf, type RouteFlags } from './flags.ts';
import type { Rib, RibRoute } from './rib-route.ts';

/** As `/ip route print` shows the routes: legend, columns and order of the version (docs/routeros.md#route-flags). */
export function printAsRouter({ routes }: Rib, version: Release): string {
  return printers[semanticsOf(version).routeFlags](routes);
}

const printers = { capitals: printAs6, mixed: printAs7 } as const;

const legend6 =
  'Flags: X - disabled, A - active, D - dynamic, C - connect, S - static, r - rip, b - bgp, o - ospf, m - mme,\nB - blackhole, U - unreachable, P - prohibit';

/** v6: the tables of marks, then main; every flag in a place of its own, every route with its number. */
function printAs6(routes: readonly RibRoute[]): string {
  const sorted = routes.toSorted(
    (a, b) =>
      Number(a.table === mainTable) - Number(b.table === mainTable) ||
      a.table.localeCompare(b.table) ||
      byDestination(a, b) ||
      a.distance - b.distance,
  );
  const shapes: readonly ColumnShape[] = [
    { width: 2, right: true, gap: 1 },
    { width: 4, gap: 1 },
    { width: 18, gap: 1 },
    { width: 15, gap: 1 },
    { width: 18, gap: 1 },
    { right: true },
  ];
  const hasMarks = sorted.some(({ table }) => table !== mainTable);
  const columns = ['#', '', 'DST-ADDRESS', 'PREF-SRC', 'GATEWAY', 'DISTANCE'];
  const rows = sorted.map((route, number) => [
    `${number}`,
    flagCells6(route),
    route.destination,
    route.prefSrc ?? '',
    gatewayText(route),
    `${route.distance}`,
  ]);
  const marks = sorted.map(({ table }) => (table === mainTable ? '' : table));
  const table = [columns, ...rows].map((row, at) =>
    hasMarks ? [...row, at === 0 ? 'ROUTING-MARK' : (marks[at - 1] ?? '')] : row,
  );
  return `${legend6}\n${aligned(table, shapes)}\n`;
}

/** `ADC`, `A S`, ` DS`, `  SB`. */
function flagCells6(route: RibRoute): string {
  const { state, dynamic, kind, end } = flagsOf(route);
  const first = state === 'I' ? '' : state;
  return `${first || ' '}${dynamic || ' '}${kind.capital}${end}`.trimEnd();
}

const names7 = {
  D: 'DYNAMIC',
  X: 'DISABLED',
  I: 'INACTIVE',
  A: 'ACTIVE',
  c: 'CONNECT',
  s: 'STATIC',
  d: 'DHCP',
  v: 'VPN',
  m: 'MODEM',
  '+': 'ECMP',
} as const;

const groups7 = [['D'], ['X', 'I', 'A'], ['c', 's', 'd', 'v', 'm'], ['+']] as const;

/** v7: main, then the other tables; numbers for what can be changed, a legend of the flags that occur. */
function printAs7(routes: readonly RibRoute[]): string {
  const sorted = routes.toSorted(
    (a, b) =>
      Number(a.table !== mainTable) - Number(b.table !== mainTable) ||
      a.table.localeCompare(b.table) ||
      byDestination(a, b),
  );
  const flags = sorted.map(flagsOf);
  const numbers = sorted.map((_, at) => sorted.slice(0, at).filter(({ dynamic }) => !dynamic).length);
  const rows = sorted.map((route, at) => [
    route.dynamic ? '' : `${numbers[at] ?? ''}`,
    flagCells7(flags[at]),
    route.destination,
    `${gatewayText(route)}${tableOfPort(route)}`,
    route.table,
    isDownConnected(route) ? '' : `${route.distance}`,
  ]);
  const columns = ['DST-ADDRESS', 'GATEWAY', 'ROUTING-TABLE', 'DISTANCE'];
  const hasNumbers = sorted.some(({ dynamic }) => !dynamic);
  const shapes: readonly ColumnShape[] = [{ gap: 1 }, { gap: 1 }, {}, {}, {}, { right: true }];
  return [
    legend7(flags),
    `Columns: ${columns.join(', ')}`,
    hasNumbers
      ? aligned([['#', '', ...columns], ...rows], shapes)
      : aligned([['', ...columns], ...rows.map(([_, ...cells]) => cells)], shapes.slice(1)),
    '',
  ].join('\n');
}

function legend7(flags: readonly RouteFlags[]): string {
  const used = new Set(flags.flatMap(({ state, dynamic, kind, ecmp }) => [state, dynamic, kind.small, ecmp]));
  const groups = groups7
    .map(group => group.filter(flag => used.has(flag)).map(flag => `${flag} - ${names7[flag]}`))
    .filter(group => group.length > 0);
  return `Flags: ${groups.map(group => group.join(', ')).join('; ')}`;
}

function flagCells7(flags: RouteFlags | undefined): string {
  if (!flags) return '';
  const { dynamic, state, kind, ecmp } = flags;
  return `${dynamic || ' '}${state || ' '}${kind.small}${ecmp}`;
}

const isConnected = ({ source }: RibRoute): boolean => source === 'connect';

/** `ether2@vrf2`: the port of a network in the table of a VRF, as the manual's tables have it (docs/routeros.md#route-flags). */
const tableOfPort = (route: RibRoute): string =>
  isConnected(route) && route.table !== mainTable ? `@${route.table}` : '';

/** A network whose port is down is printed without a distance (docs/routeros.md#route-flags). */
const isDownConnected = (route: RibRoute): boolean => isConnected(route) && !route.active;

const byDestination = (a: RibRoute, b: RibRoute): number => {
  const [one, other] = [prefixRange(a.destination), prefixRange(b.destination)];
  return one.from - other.from || other.to - one.to;
};

const gatewayText = ({ type, gateways }: RibRoute): string =>
  type === 'unicast' ? gateways.map(({ text }) => text).join(',') : '';
