import type { Amount, Bars, Cell, Column, Table } from '../../experiments/result.ts';
import { failoverData, speedData } from '../data.ts';
import { type LabReport, runsOf, shortName } from '../report.ts';
import type { ComparisonWords } from '../say/comparison.ts';
import { amountOf } from './amount-of.ts';

type Fault = ReturnType<typeof faultsOf>[number];
type SpeedRow = ReturnType<typeof speedsOf>[number];

const faultsOf = (data: unknown) => failoverData.safeParse(data).data?.faults ?? [];
const speedsOf = (data: unknown) => speedData.safeParse(data).data?.rows ?? [];

/** What one item says, column by column. */
type Cells<T> = readonly { readonly column: Column; value(item: T): number | null }[];

/** What is compared: what to call it, and how to tell one from another. */
interface Compared<T> {
  readonly title: string;
  read(report: LabReport): readonly (readonly T[])[];
  key(item: T): string;
}

/** Rows of one key beside each other, one for each report that has it. */
function sideBySide<T>(
  reports: readonly LabReport[],
  { title, read, key }: Compared<T>,
  cells: Cells<T>,
  say: ComparisonWords,
): Pick<Table, 'columns' | 'rows'> {
  const found = reports.map(report => ({ name: shortName(report), runs: read(report) }));
  const keys = [...new Set(found.flatMap(({ runs }) => runs.flat()).map(key))];
  return {
    columns: [title, say.shareColumns.configuration, ...cells.map(({ column }) => column)],
    rows: keys.flatMap(one =>
      found.flatMap(({ name, runs }) => {
        const items = runs.flatMap(all => all.find(item => key(item) === one) ?? []);
        const row = cells.map(({ value }): Cell => amountOf(items.map(value)));
        return items.length > 0 ? [[one, name, ...row]] : [];
      }),
    ),
  };
}

const faultRuns = (report: LabReport) => runsOf(report, 'failover').map(faultsOf);
const speedRuns = (report: LabReport) => runsOf(report, 'speed').map(speedsOf);

const faultName = ({ wan, fault }: Fault): string => `${wan.toUpperCase()} ${fault}`;

const faultCells = (say: ComparisonWords): Cells<Fault> => [
  { column: { title: say.restored, unit: 'ms', none: say.never }, value: ({ restoreMs }) => restoreMs },
  { column: { title: say.pingsLost }, value: ({ pingsLost }) => pingsLost },
  { column: { title: say.tcpBroken }, value: ({ tcpBroken, tcpHung }) => tcpBroken + tcpHung },
];

/** How long each fault stops the users under each configuration. */
export const failoverTable = (reports: readonly LabReport[], say: ComparisonWords): Table => ({
  title: say.failover,
  repeats: 'Gambar 11',
  ...sideBySide(reports, { title: say.fault, read: faultRuns, key: faultName }, faultCells(say), say),
  note: say.failoverNote,
});

const speedCells = (say: ComparisonWords): Cells<SpeedRow> => [
  { column: { title: say.down, unit: 'bit/s' }, value: ({ downloadBps }) => downloadBps },
  { column: { title: say.up, unit: 'bit/s' }, value: ({ uploadBps }) => uploadBps },
  { column: { title: say.ping, unit: 'ms' }, value: ({ pingMs }) => pingMs },
];

/** Goodput and round trip of each speed test under each configuration. */
export function speedTable(reports: readonly LabReport[], say: ComparisonWords): Table {
  const pathOf = ({ path, connections, servers }: SpeedRow): string => say.pathOf(path, connections, servers);
  return {
    title: say.speedTests,
    repeats: 'Gambar 12, 13, 14',
    ...sideBySide(reports, { title: say.path, read: speedRuns, key: pathOf }, speedCells(say), say),
    note: say.speedNote,
  };
}

const mostConnections = (rows: readonly SpeedRow[]): SpeedRow | undefined =>
  rows
    .filter(({ path, servers }) => path === 'balanced' && servers !== 1)
    .sort((one, other) => other.connections - one.connections)[0];

type Utilisation = 'downloadUtilisation' | 'uploadUtilisation';

function utilisation(report: LabReport, which: Utilisation): Amount | undefined {
  const parts = speedRuns(report).map(rows => mostConnections(rows)?.[which] ?? null);
  return parts.some(part => part !== null)
    ? amountOf(parts.map(part => (part === null ? null : part * 100)))
    : undefined;
}

/** How much of all lines together many connections to many servers fill; undefined where it was not measured. */
export function utilisationFigure(reports: readonly LabReport[], say: ComparisonWords): Bars | undefined {
  const bars = reports.flatMap(report =>
    (['downloadUtilisation', 'uploadUtilisation'] as const).flatMap(which => {
      const value = utilisation(report, which);
      const direction = which === 'downloadUtilisation' ? say.down : say.up;
      return value === undefined ? [] : [{ name: `${shortName(report)}, ${direction}`, value }];
    }),
  );
  if (bars.length === 0) return undefined;
  return { kind: 'bars', title: say.utilisation, quantity: say.partOfRate, unit: '%', bars };
}

/** The same as a table. */
export const utilisationTable = ({ title, quantity, unit, bars }: Bars): Table => ({
  title,
  columns: ['', { title: quantity, unit }],
  rows: bars.map(({ name, value }) => [name, value]),
});
