import type { Topology } from '../../topology/topology.ts';
import type { Bars, Timeline } from '../result.ts';
import type { SpeedRow } from './data.ts';
import { nameOf } from './row.ts';
import type { SpeedWords } from './say.ts';

/** Download of each test beside its limit. */
export function bars(rows: readonly SpeedRow[], say: SpeedWords): Bars {
  return {
    kind: 'bars',
    title: say.bars,
    quantity: say.goodput,
    unit: 'bit/s',
    bars: rows.map(row => ({ name: nameOf(row, say), value: row.downloadBps, limit: row.downloadLimit })),
  };
}

/** What passed the lines in use during one test, in both directions. */
export function timeline(row: SpeedRow, { isps }: Topology, say: SpeedWords): Timeline {
  const [download, upload] = row.beganMs;
  const used = isps.filter(({ name }) => row.path === 'balanced' || row.path === name);
  const of = (name: string) => row.throughput.find(line => line.isp === name);
  return {
    kind: 'timeline',
    title: say.timeline(nameOf(row, say)),
    quantity: say.rate,
    unit: 'bit/s',
    series: used.flatMap(({ name }) => [
      { name: say.seriesDown(name.toUpperCase()), points: of(name)?.download ?? [] },
      { name: say.seriesUp(name.toUpperCase()), points: of(name)?.upload ?? [] },
    ]),
    marks: [
      { atMs: download, label: say.markDownload },
      { atMs: upload, label: say.markUpload },
    ],
    limits: used.flatMap(({ name, rate }) =>
      rate.download === undefined ? [] : [{ name: say.limit(name.toUpperCase()), value: rate.download }],
    ),
    measure: { name: say.markDownload, unit: 'bit/s', value: row.downloadBps },
  };
}
