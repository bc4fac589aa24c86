import { describe, expect, it } from 'vitest';
import { sample } from '../../../../test/browser/sample.ts';
import { disagreements, type Shown } from '../../../../test/report/agreement.ts';
import { repeated } from '../../experiments/repeat/repeat.ts';
import type { ExperimentResult } from '../../experiments/result.ts';
import type { LabReport } from '../report.ts';
import { comparisonWords } from '../say/comparison.ts';
import { settingWords } from '../say/setting.ts';
import { compare } from './compare.ts';
import { comparisonContents } from './sections.ts';

const [plain] = sample.experiments;

/** Three runs of one experiment; only their data matter here. */
function threeRuns(name: string, data: readonly object[]): readonly ExperimentResult[] {
  if (!plain) return [];
  const all = data.map(one => ({
    ...plain,
    name,
    data: one as ExperimentResult['data'],
    figures: [],
    tables: [],
  }));
  const whole = repeated(all, 'en');
  return whole ? [whole] : [];
}

const balance = (isp1: number, isp2: number) => ({
  perWan: {
    isp1: { connections: isp1, bytes: isp1 * 400 },
    isp2: { connections: isp2, bytes: isp2 * 410 },
  },
});

const speed = (bps: number, servers = 16) => ({
  path: 'balanced',
  connections: 16,
  servers,
  downloadBps: bps,
  uploadBps: bps + 7,
  downloadUtilisation: bps / 768_000,
  uploadUtilisation: (bps + 7) / 768_000,
  pingMs: bps / 10_000,
  jitterMs: 1,
  lossPct: 0,
  tiphon: 4,
});

const faults = (restoreMs: number | null, pingsLost: number) => {
  const known = (
    plain?.name === 'failover' ? plain : sample.experiments.find(({ name }) => name === 'failover')
  )?.data['faults'] as readonly object[];
  return { faults: known.map(one => ({ ...one, restoreMs, pingsLost })) };
};

function report(configuration: string, pace: LabReport['pace'], shift: number): LabReport {
  const experiments = [
    ...threeRuns(
      'balance',
      [0, 1, 2].map(run => balance(2000 + 13 * run + shift, 1000 - 7 * run)),
    ),
    ...threeRuns(
      'speed',
      [0, 1, 2].map(run => ({
        rows: [speed(700_000 + 1000 * run + shift), speed(480_000 - 900 * run - shift, 1)],
      })),
    ),
    ...threeRuns('failover', [faults(40 + shift, 3), faults(null, 90 + shift), faults(70 + shift, 5)]),
  ];
  return { ...sample, configuration, pace, repeat: 3, experiments };
}

const reports = [
  report('examples/paper', 'routeros', 1),
  report('examples/paper-fixed', 'routeros', 50),
  report('examples/paper-fixed', 'jalur', 900),
];
const found = comparisonContents(
  compare(reports, 'en'),
  reports[0],
  comparisonWords.en,
  settingWords.en,
).sections.map(({ id, figures, tables }): readonly [string, Shown] => [
  id,
  { figures: figures.map(({ figure }) => figure), tables: tables.map(({ table }) => table) },
]);

describe('the page of three reports of three runs', () => {
  it.each(found)('section %s: every figure is equal to its table', (_, shown) => {
    expect(disagreements(shown)).toEqual([]);
  });

  it('every report is in a figure: its shares, and how much of the lines it fills', () => {
    const titles = found.flatMap(([, { figures }]) => figures.map(({ title }) => title));
    expect(titles).toHaveLength(reports.length + 1);
    const bars = found.flatMap(([, { figures }]) =>
      figures.flatMap(one => (one.kind === 'bars' ? one.bars.map(({ value }) => value) : [])),
    );
    expect(bars.every(value => Array.isArray(value) && value.length === 3)).toBe(true);
  });

  it('a bar of another value than its row, or of another configuration → a disagreement', () => {
    const shares = found.find(([id]) => id === 'shares')?.[1];
    const [first, second] = shares?.figures ?? [];
    if (!shares || first?.kind !== 'bars' || second?.kind !== 'bars') throw new Error('no bars');
    const swapped = { ...first, bars: second.bars };
    expect(disagreements({ ...shares, figures: [swapped] })).not.toEqual([]);
  });

  it("times to restore → each run's own, of each report", () => {
    const { failover } = compare(reports, 'en');
    expect(failover.rows.slice(0, 3).map(row => row.slice(1, 4))).toEqual([
      ['paper', [41, null, 71], [3, 91, 5]],
      ['paper-fixed', [90, null, 120], [3, 140, 5]],
      ['paper-fixed-jalur', [940, null, 970], [3, 990, 5]],
    ]);
  });
});
