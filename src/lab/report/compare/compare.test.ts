import { describe, expect, it } from 'vitest';
import { sample } from '../../../../test/browser/sample.ts';
import { headlineOf } from '../headline.ts';
import type { LabReport } from '../report.ts';
import { compare } from './compare.ts';

const [balance, failover] = sample.experiments;

/** The sample with other data. */
function report(configuration: string, data: Readonly<Record<string, object>>): LabReport {
  const experiments = Object.entries(data).flatMap(([name, own]) =>
    balance ? [{ ...balance, name, data: own as Readonly<Record<string, unknown>> }] : [],
  );
  return { ...sample, configuration, experiments };
}

const perWan = (isp1: number, isp2: number) => ({
  perWan: {
    isp1: { connections: isp1, bytes: isp1 * 400 },
    isp2: { connections: isp2, bytes: isp2 * 400 + 60 },
  },
});
const speed = (path: string, connections: number, servers: number, bps: number) => ({
  path,
  connections,
  servers,
  downloadBps: bps,
  uploadBps: bps,
  downloadUtilisation: bps / 768_000,
  uploadUtilisation: bps / 768_000,
  pingMs: 20,
  jitterMs: 1,
  lossPct: 0,
  tiphon: 4,
});
const route = {
  destination: '0.0.0.0/0',
  gateway: '172.16.0.1',
  table: 'to_ISP2',
  place: 'paper.rsc:33',
  reason: 'on no connected network',
};

const paper = report('examples/paper', {
  addressing: { inactive: [route, { ...route, destination: '9.9.9.9/32' }] },
  balance: perWan(4000, 0),
  speed: { rows: [speed('balanced', 16, 16, 490_000), speed('balanced', 16, 1, 489_000)] },
});
const fixed = report('examples/paper-fixed', {
  addressing: { inactive: [] },
  balance: perWan(2000, 1000),
  failover: failover?.data ?? {},
  speed: { rows: [speed('balanced', 16, 16, 730_000)] },
});

describe('compare', () => {
  const found = compare([paper, fixed], 'en');

  it('says the difference in one sentence', () => {
    expect(found.headline).toBe('Paper leaves ISP2 idle; paper-fixed spreads connections 66.7 % : 33.3 %.');
  });

  it('says why an ISP is idle, by the default routes that are not active', () => {
    expect(found.idle.map(({ title, rows }) => [title, rows])).toEqual([
      ['Why ISP2 is idle in paper', [['172.16.0.1', 'to_ISP2', 'paper.rsc:33', 'on no connected network']]],
    ]);
  });

  it('puts each fault in one row for each report that has it', () => {
    expect(found.failover.rows).toEqual([
      ['ISP2 unplug', 'paper-fixed', 41, 1, 3],
      ['ISP1 blackhole', 'paper-fixed', null, 300, 12],
    ]);
  });

  it('puts the rows of one speed test beside each other', () => {
    expect(found.speed.rows.map(row => row.slice(0, 3))).toEqual([
      ['all ISPs, 16 connections to 16 servers', 'paper', 490_000],
      ['all ISPs, 16 connections to 16 servers', 'paper-fixed', 730_000],
      ['all ISPs, 16 connections to 1 server', 'paper', 489_000],
    ]);
    expect(found.utilisation?.kind === 'bars' && found.utilisation.bars.map(({ name }) => name)).toEqual([
      'paper, download',
      'paper, upload',
      'paper-fixed, download',
      'paper-fixed, upload',
    ]);
  });

  it('compares what there is', () => {
    const broken = report('b', { balance: { broken: [{ part: 'all', error: 'x' }] } });
    const none = compare([report('a', {}), broken], 'en');
    expect(none.headline).toBe('A: balance was not measured; b: balance was not measured.');
    expect([none.idle, none.shareFigures, none.utilisation]).toEqual([[], [], undefined]);
  });
});

describe('headlineOf', () => {
  const one = (name: string, verdict: 'pass' | 'fail') => (balance ? [{ ...balance, name, verdict }] : []);

  it.each([
    [[], 'No experiment was run on x.'],
    [one('ping', 'pass'), 'The experiment on x shows the expected result.'],
    [[...one('ping', 'pass'), ...one('speed', 'pass')], 'All 2 experiments on x show the expected results.'],
    [one('ping', 'fail'), '1 of 1 experiment on x does not show the expected result: ping.'],
    [
      [...one('ping', 'fail'), ...one('speed', 'fail'), ...one('filter', 'pass')],
      '2 of 3 experiments on x do not show the expected results: ping, speed.',
    ],
    [paper.experiments, 'All 3 experiments on x show the expected results: ISP2 stays idle.'],
    [fixed.experiments, 'All 4 experiments on x show the expected results: ISP1 : ISP2 = 66.7 % : 33.3 %.'],
  ])('%#', (experiments, headline) => {
    expect(headlineOf('x', experiments, 'en')).toBe(headline);
  });

  it('speaks Indonesian', () => {
    expect(headlineOf('x', paper.experiments, 'id')).toBe(
      'Semua 3 percobaan pada x menunjukkan hasil yang diharapkan: ISP2 menganggur.',
    );
    expect(compare([paper, fixed], 'id').headline).toBe(
      'Paper membiarkan ISP2 menganggur; paper-fixed membagi koneksi 66.7 % : 33.3 %.',
    );
  });
});

it("compare: the same configuration at jalur's pace → a column of its own, and no word of how it spreads", () => {
  const own = { ...report('examples/paper-fixed', {}), pace: 'jalur' } as const;
  const { verdicts, headline } = compare(
    [report('examples/paper-fixed', { balance: perWan(2, 1) }), own],
    'en',
  );
  expect(verdicts.columns.slice(1)).toEqual(['paper-fixed', 'paper-fixed-jalur']);
  expect(headline).not.toContain('jalur');
});
