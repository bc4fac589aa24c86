import { showRate } from '../../../net/index.ts';
import type { Figure, Table } from '../../experiments/result.ts';
import { failoverData, speedData } from '../data.ts';
import { showMs, showNumber } from '../format.ts';
import { dataOf, type LabReport, shortName } from '../report.ts';
import type { ComparisonWords } from '../say/comparison.ts';

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

function restored({ restoreMs }: Fault, say: ComparisonWords): string {
  if (restoreMs === null) return say.never;
  return restoreMs === 0 ? say.noneLost : showMs(restoreMs);
}

/** What each fault costs under each configuration. */
export function failoverTable(reports: readonly LabReport[], say: ComparisonWords): Table {
  return {
    title: say.failover,
    repeats: 'Gambar 11',
    ...sideBySide(reports, faultsOf, ({ wan, fault }) => `${wan.toUpperCase()} ${fault}`, [
      { title: say.restored, cell: fault => restored(fault, say) },
      { title: say.pingsLost, cell: ({ pingsLost }) => String(pingsLost) },
      { title: say.tcpBroken, cell: ({ tcpBroken, tcpHung }) => String(tcpBroken + tcpHung) },
    ]),
    note: say.failoverNote,
  };
}

/** Goodput and round trip of each speed test under each configuration. */
export function speedTable(reports: readonly LabReport[], say: ComparisonWords): Table {
  const pathOf = ({ path, connections, servers }: SpeedRow): string => say.path(path, connections, servers);
  return {
    title: say.speedTests,
    repeats: 'Gambar 12 to 14',
    ...sideBySide(reports, speedsOf, pathOf, [
      { title: say.down, cell: ({ downloadBps }) => showRate(downloadBps) },
      { title: say.up, cell: ({ uploadBps }) => showRate(uploadBps) },
      {
        title: say.ping,
        cell: ({ pingMs }) => (pingMs === null ? '–' : `${showNumber(Math.round(pingMs))} ms`),
      },
    ]),
    note: say.speedNote,
  };
}

const mostConnections = (report: LabReport): SpeedRow | undefined =>
  speedsOf(report)
    .filter(({ path, servers }) => path === 'balanced' && servers !== 1)
    .sort((one, other) => other.connections - one.connections)[0];

/** How much of all lines together many connections to many servers fill; undefined where it was not measured. */
export function utilisationFigure(reports: readonly LabReport[], say: ComparisonWords): Figure | undefined {
  const bars = reports.flatMap(report => {
    const { downloadUtilisation: down, uploadUtilisation: up } = mostConnections(report) ?? {};
    return [
      ...(down ? [{ name: `${shortName(report)}, ${say.down}`, value: down * 100 }] : []),
      ...(up ? [{ name: `${shortName(report)}, ${say.up}`, value: up * 100 }] : []),
    ];
  });
  if (bars.length === 0) return undefined;
  return {
    kind: 'bars',
    title: say.utilisation,
    unit: '%',
    bars,
  };
}
