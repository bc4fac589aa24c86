import { showRate } from '../../../net/index.ts';
import type { Figure, Table } from '../../experiments/result.ts';
import { failoverData, speedData } from '../data.ts';
import { showMs, showNumber } from '../format.ts';
import { dataOf, type LabReport, shortName } from '../report.ts';

type Fault = ReturnType<typeof faultsOf>[number];
type SpeedRow = ReturnType<typeof speedsOf>[number];

const faultsOf = (report: LabReport) => failoverData.safeParse(dataOf(report, 'failover')).data?.faults ?? [];
const speedsOf = (report: LabReport) => speedData.safeParse(dataOf(report, 'speed')).data?.rows ?? [];

/** What one item says, column by column. */
type Cells<T> = readonly { readonly title: string; cell(item: T): string }[];

/** One row for each key that any report has; for each report the same columns, its name before their titles. */
function sideBySide<T>(
  reports: readonly LabReport[],
  read: (report: LabReport) => readonly T[],
  key: (item: T) => string,
  cells: Cells<T>,
): Pick<Table, 'columns' | 'rows'> {
  const found = reports.map(report => new Map(read(report).map(item => [key(item), item])));
  const keys = [...new Set(found.flatMap(items => [...items.keys()]))];
  return {
    columns: ['', ...reports.flatMap(report => cells.map(({ title }) => `${shortName(report)}: ${title}`))],
    rows: keys.map(name => [
      name,
      ...found.flatMap(items => {
        const item = items.get(name);
        return cells.map(({ cell }) => (item === undefined ? '–' : cell(item)));
      }),
    ]),
  };
}

function servedAgain({ restoreMs }: Fault): string {
  if (restoreMs === null) return 'never';
  return restoreMs === 0 ? 'not hit' : showMs(restoreMs);
}

/** What each fault costs under each configuration. */
export function failoverTable(reports: readonly LabReport[]): Table {
  return {
    title: 'What a failing ISP costs',
    repeats: 'Gambar 11',
    ...sideBySide(reports, faultsOf, ({ wan, fault }) => `${wan.toUpperCase()} ${fault}`, [
      { title: 'served again', cell: servedAgain },
      { title: 'pings lost', cell: ({ pingsLost }) => String(pingsLost) },
      { title: 'TCP broken or hung', cell: ({ tcpBroken, tcpHung }) => String(tcpBroken + tcpHung) },
    ]),
    note: 'unplug: the cable is pulled. blackhole: the ISP is dead behind a modem that still answers. Served again: when new connections came through again; not hit: none failed.',
  };
}

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

function pathOf({ path, servers, connections }: SpeedRow): string {
  const line = path === 'balanced' ? 'all ISPs' : `${path.toUpperCase()} alone`;
  const where = servers === undefined ? '' : ` to ${plural(servers, 'server')}`;
  return `${line}, ${plural(connections, 'connection')}${where}`;
}

/** Goodput and round trip of each speed test under each configuration. */
export function speedTable(reports: readonly LabReport[]): Table {
  return {
    title: 'Speed tests',
    repeats: 'Gambar 12 to 14',
    ...sideBySide(reports, speedsOf, pathOf, [
      { title: 'down', cell: ({ downloadBps }) => showRate(downloadBps) },
      { title: 'up', cell: ({ uploadBps }) => showRate(uploadBps) },
      {
        title: 'ping',
        cell: ({ pingMs }) => (pingMs === null ? '–' : `${showNumber(Math.round(pingMs))} ms`),
      },
    ]),
    note: 'Goodput: TCP payload that arrived. The ping ran beside the download.',
  };
}

const mostConnections = (report: LabReport): SpeedRow | undefined =>
  speedsOf(report)
    .filter(({ path, servers }) => path === 'balanced' && servers !== 1)
    .sort((one, other) => other.connections - one.connections)[0];

/** How much of all lines together many connections to many servers fill; undefined where nobody measured it. */
export function utilisationFigure(reports: readonly LabReport[]): Figure | undefined {
  const bars = reports.flatMap(report => {
    const { downloadUtilisation: down, uploadUtilisation: up } = mostConnections(report) ?? {};
    return [
      ...(down ? [{ name: `${shortName(report)}, download`, value: down * 100 }] : []),
      ...(up ? [{ name: `${shortName(report)}, upload`, value: up * 100 }] : []),
    ];
  });
  if (bars.length === 0) return undefined;
  return {
    kind: 'bars',
    title: 'How much of both lines many connections to many servers fill',
    unit: '%',
    bars,
  };
}
