import type { Figure } from '../result.ts';
import type { SpeedRow } from './data.ts';
import { nameOf } from './row.ts';
import type { SpeedWords } from './say.ts';

/** Download of each test beside its limit. */
export function bars(rows: readonly SpeedRow[], say: SpeedWords): Figure {
  return {
    kind: 'bars',
    title: say.bars,
    unit: 'bit/s',
    bars: rows.map(row => ({ name: nameOf(row, say), value: row.downloadBps, expected: row.downloadLimit })),
  };
}

/** The WAN ports during one test. */
export function timeline(row: SpeedRow, say: SpeedWords): Figure {
  const [download, upload] = row.beganMs;
  return {
    kind: 'timeline',
    title: say.timeline(nameOf(row, say)),
    unit: 'bit/s',
    series: row.throughput,
    marks: [
      { atMs: download, label: say.markDownload },
      { atMs: upload, label: say.markUpload },
    ],
  };
}
