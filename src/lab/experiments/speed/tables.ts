import { showRate } from '../../../net/index.ts';
import type { Topology } from '../../topology/topology.ts';
import { milliseconds } from '../checks.ts';
import type { Table } from '../result.ts';
import type { SpeedRow } from './data.ts';
import { nameOf, shareText } from './row.ts';
import type { SpeedWords } from './say.ts';

const marks = ({ tiphon }: SpeedRow['idle']): string => `${tiphon.index.toFixed(2)} (${tiphon.category})`;
const loss = ({ lossPct }: SpeedRow['idle']): string => `${lossPct.toFixed(1)} %`;

/** One row for each test. */
export function speedTable(rows: readonly SpeedRow[], say: SpeedWords): Table {
  return {
    title: say.speedTable,
    repeats: 'Gambar 12, 13, 14',
    columns: say.speedColumns,
    rows: rows.map(row => [
      nameOf(row, say),
      showRate(row.downloadBps),
      shareText(row.downloadBps, row.downloadLimit),
      showRate(row.uploadBps),
      shareText(row.uploadBps, row.uploadLimit),
      milliseconds(row.loaded.delayMs),
      milliseconds(row.loaded.jitterMs),
      loss(row.loaded),
      marks(row.loaded),
    ]),
    note: say.speedNote,
  };
}

/** Quality before anything runs. */
export function idleTable(rows: readonly SpeedRow[], say: SpeedWords): Table {
  return {
    title: say.idleTable,
    columns: say.idleColumns,
    rows: rows.map(row => [
      nameOf(row, say),
      milliseconds(row.idle.delayMs),
      milliseconds(row.idle.jitterMs),
      loss(row.idle),
      `${row.idle.tiphon.delay}`,
      `${row.idle.tiphon.jitter}`,
      `${row.idle.tiphon.loss}`,
      marks(row.idle),
    ]),
    note: say.idleNote,
  };
}

/** The limit of each line, and what many connections by it alone got. */
export function limitTable(rows: readonly SpeedRow[], { isps }: Topology, say: SpeedWords): Table {
  const show = (rate: number | undefined): string => (rate === undefined ? say.none : showRate(rate));
  const of = (name: string) => rows.find(({ path, connections }) => path === name && connections > 1);
  return {
    title: say.limitTable,
    repeats: 'Gambar 15',
    columns: say.limitColumns,
    rows: isps.map(({ name, interface: port, rate }) => [
      name.toUpperCase(),
      port,
      show(rate.upload),
      show(rate.download),
      show(of(name)?.uploadBps),
      show(of(name)?.downloadBps),
    ]),
  };
}
