import { stripVTControlCharacters } from 'node:util';
import picocolors from 'picocolors';
import { describe, expect, it } from 'vitest';
import { sample } from '../../../test/browser/sample.ts';
import {
  advance,
  type BenchEvent,
  experiments,
  fractionDone,
  type Job,
  nothingYet,
  secondsLeft,
} from '../../lab/index.ts';
import { sink } from '../testing/index.ts';
import { showProgress } from './progress.ts';
import { bar, progressLines } from './progress-lines.ts';
import { labWords } from './say.ts';
import { printSummary } from './summary.ts';

const plain = picocolors.createColors(false);
const bench = {
  name: 'examples/office',
  config: '/office.rsc',
  topology: sample.topology,
  notRun: [],
  obstacles: [],
};
const [experiment] = experiments;
if (!experiment) throw new Error('there are experiments');
const job = (id: number, seconds: number): Job => ({
  id,
  bench,
  experiment,
  part: { name: `p${id}`, title: `part ${id}`, seconds },
  run: { index: 1, of: 1 },
});
const jobs = [job(0, 18.5), job(1, 8.5)];
const [first = job(0, 0), second = job(1, 0)] = jobs;

const events: readonly BenchEvent[] = [
  { type: 'planned', jobs, parallel: 2 },
  { type: 'started', worker: 0, job: first, atMs: 0 },
  { type: 'progress', worker: 0, job: first, atMs: 5000, fraction: 0.25, line: 'waits for the check' },
];
const state = events.reduce(advance, nothingYet);

describe('progress', () => {
  it('plans the rest from what runs and what waits', () => {
    expect(secondsLeft(state, 5000)).toBe(15);
    expect(fractionDone(state)).toBeCloseTo(5 / 30);
    const done = [
      { type: 'started', worker: 1, job: second, atMs: 0 },
      { type: 'ended', worker: 1, job: second, atMs: 9000, durationMs: 9000 },
      { type: 'ended', worker: 0, job: first, atMs: 19_000, durationMs: 19_000 },
    ] as const;
    const end = done.reduce(advance, state);
    expect([end.done, fractionDone(end), secondsLeft(end, 19_000)]).toEqual([2, 1, 0]);
  });

  it('never goes backwards within a part', () => {
    const back = advance(state, {
      type: 'progress',
      worker: 0,
      job: first,
      atMs: 6000,
      fraction: 0.1,
      line: '',
    });
    expect(back.workers[0]?.fraction).toBe(0.25);
  });

  it('shows the whole and every worker', () => {
    expect(progressLines(state, 65_000, { colours: plain, say: labWords.en })).toEqual([
      '',
      '████░░░░░░░░░░░░░░░░░░░░ 0 of 2 parts, 1:05 elapsed, at most 0:10 left',
      `  ██░░░░░░ ${experiment.name}  part 0  waits for the check`,
      '  ·',
    ]);
  });

  it('draws eighths', () => {
    expect([bar(0, 4), bar(0.53, 4), bar(1, 4), bar(7, 4)]).toEqual(['░░░░', '██▏░', '████', '████']);
  });
});

describe('showProgress', () => {
  const result = sample.experiments[1];
  const concluded: BenchEvent[] = result ? [{ type: 'concluded', bench, result }] : [];

  it('prints lines where there is no terminal, without escapes', () => {
    const out = sink(false, 60);
    const progress = showProgress(out, 'en');
    const failed = {
      type: 'ended',
      worker: 0,
      job: first,
      atMs: 1234,
      durationMs: 1234,
      error: 'no lease\nstack',
    };
    for (const event of [...events, failed as BenchEvent, ...concluded]) progress.onEvent(event);
    progress.end();
    expect(out.text()).toBe(
      [
        '2 parts, up to 2 at a time',
        `   0.0 s  office ${experiment.name}/p0 started`,
        `   1.2 s  office ${experiment.name}/p0 failed: no lease`,
        'fail office failover: ISP2 <unplugged>: restored in 41 ms. ISP1 silent: "never" restored.',
        '',
      ].join('\n'),
    );
  });

  it('keeps verdicts above the live block on a terminal, and gives the cursor back', () => {
    const out = sink(true, 60);
    const progress = showProgress(out, 'en');
    for (const event of [...events, ...concluded]) progress.onEvent(event);
    progress.end();
    expect(stripVTControlCharacters(out.text())).toContain('✗ office failover: ISP2 <unplugged>');
    expect(out.text().startsWith('\u001b[?25l')).toBe(true);
    expect(out.text().endsWith('\u001b[?25h')).toBe(true);
  });
});

describe('printSummary', () => {
  it('says first what happened, then verdicts, the checks that failed, and what is not as it was configured', () => {
    const lines = printSummary(sample, plain, 80).split('\n');
    expect(lines[0]).toBe(sample.headline);
    expect(lines.slice(2, 5)).toEqual([
      'verdict  experiment    duration  finding',
      '✓ pass   balance          8.4 s  66.9 % of 3 200 connections to 280 destinations',
      '                                 left by ISP1.',
    ]);
    expect(lines.slice(-6)).toEqual([
      'Checks that failed:',
      '  failover: ISP1 silent is restored: not within 60 s (expected: within 25 s)',
      '',
      'Stand-ins on the bench:',
      '  pppoe-a (pppoe-client): a veth stands in for it, MTU 1492.',
      '',
    ]);
  });
});
