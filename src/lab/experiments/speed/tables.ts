import type { Topology } from '../../topology/topology.ts';
import type { Cell, Column, Table } from '../result.ts';
import type { SpeedRow } from './data.ts';
import { nameOf, partOf } from './row.ts';
import type { SpeedWords } from './say.ts';

const inPercent = (part: number | undefined): number | null => (part === undefined ? null : part * 100);

const quality = ({ delayMs, jitterMs, lossPct }: SpeedRow['idle']): readonly Cell[] => [
  delayMs ?? null,
  jitterMs ?? null,
  lossPct,
];

const marks = ({ tiphon }: SpeedRow['idle'], say: SpeedWords): readonly Cell[] => [
  tiphon.index,
  say.categories[tiphon.category],
];

const qualityColumns = ({ ping, jitter, loss }: SpeedWords): readonly Column[] => [
  { title: ping, unit: 'ms' },
  { title: jitter, unit: 'ms' },
  { title: loss, unit: '%' },
];

const markColumns = ({ index, category }: SpeedWords): readonly Column[] => [
  { title: index, digits: 2 },
  { title: category },
];

/** One row for each test. */
export function speedTable(rows: readonly SpeedRow[], say: SpeedWords): Table {
  return {
    title: say.speedTable,
    repeats: 'Gambar 12, 13, 14',
    columns: [
      say.path,
      { title: say.markDownload, unit: 'bit/s' },
      { title: say.downloadPart, unit: '%' },
      { title: say.markUpload, unit: 'bit/s' },
      { title: say.uploadPart, unit: '%' },
      ...qualityColumns(say),
      ...markColumns(say),
    ],
    rows: rows.map(row => [
      nameOf(row, say),
      row.downloadBps,
      inPercent(partOf(row.downloadBps, row.downloadLimit)),
      row.uploadBps,
      inPercent(partOf(row.uploadBps, row.uploadLimit)),
      ...quality(row.loaded),
      ...marks(row.loaded, say),
    ]),
    note: say.speedNote,
  };
}

/** Quality before anything runs. */
export function idleTable(rows: readonly SpeedRow[], say: SpeedWords): Table {
  return {
    title: say.idleTable,
    columns: [say.path, ...qualityColumns(say), ...say.markColumns, ...markColumns(say)],
    rows: rows.map(row => [
      nameOf(row, say),
      ...quality(row.idle),
      row.idle.tiphon.delay,
      row.idle.tiphon.jitter,
      row.idle.tiphon.loss,
      ...marks(row.idle, say),
    ]),
    note: say.idleNote,
  };
}

/** The limit of each line, and what many connections by it alone got. */
export function limitTable(rows: readonly SpeedRow[], { isps }: Topology, say: SpeedWords): Table {
  const of = (name: string) => rows.find(({ path, connections }) => path === name && connections > 1);
  const rate = (title: string): Column => ({ title, unit: 'bit/s' });
  return {
    title: say.limitTable,
    repeats: 'Gambar 15',
    columns: ['Name', 'Target', ...say.limitColumns.map(rate)],
    rows: isps.map(({ name, interface: port, rate: limit }) => [
      name.toUpperCase(),
      port,
      limit.upload ?? null,
      limit.download ?? null,
      of(name)?.uploadBps ?? null,
      of(name)?.downloadBps ?? null,
    ]),
    note: say.limitNote,
  };
}
