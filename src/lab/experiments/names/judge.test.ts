import { describe, expect, it } from 'vitest';
import { disagreements } from '../../../../test/report/agreement.ts';
import type { Sample } from '../../traffic/index.ts';
import { conclude, failing, fixed } from '../testing/conclude.ts';
import type { NameRun } from './data.ts';

const faultMs = 2000;
const bench = {
  ...fixed,
  isps: fixed.isps.slice(0, 1),
  faults: ['blackhole'] as const,
  router: { ...fixed.router, asks: ['names'] as const },
};

/** A question every 10 ms for eight seconds, without an answer between two moments. */
function questions(fromMs: number, toMs: number): Sample[] {
  return Array.from({ length: 800 }, (_, index) => {
    const atMs = index * 10;
    return { atMs, rttMs: atMs >= fromMs && atMs < toMs ? null : 20 };
  });
}

const run = (asked: readonly Sample[], more: Partial<NameRun> = {}): NameRun => ({
  wan: 'isp1',
  fault: 'blackhole',
  resolver: '192.168.0.1',
  expected: [true],
  says: 'leaves by ether2',
  startMs: 0,
  faultMs,
  endMs: 8000,
  questions: asked,
  ...more,
});

const judged = (one: NameRun, mostMs?: number) => {
  const names = { shows: 'Names stay.', 'outage-ms': { max: mostMs } };
  return conclude('names', { 'isp1-blackhole': one }, { ...bench, expect: mostMs ? { names } : {} });
};

describe('names', () => {
  it('answered again, as the walk says → passes with the time; questions on their way count with the later ones', () => {
    const found = judged(run(questions(faultMs - 30, 3500)));
    expect(failing(found)).toEqual([]);
    expect(found.verdict).toBe('pass');
    expect(found.finding).toBe('ISP1 blackhole: names are answered again after 1.5 s.');
    expect(found.data['names']).toMatchObject([
      { restoreMs: 1500, lost: 153, asked: 603, lostBefore: 0, answeredBefore: true },
    ]);
    expect(disagreements(found)).toEqual([]);
  });

  it('no gap → every name is answered', () => {
    const found = judged(run(questions(0, 0)));
    expect(found.finding).toBe('ISP1 blackhole: every name is answered.');
    expect(found.data['names']).toMatchObject([{ restoreMs: 0, longestGapMs: 0, lost: 0 }]);
  });

  it.each([
    ['the walk says answered', [true], ['ISP1 blackhole: names by 192.168.0.1']],
    ['the walk says not answered', [false], []],
    ['the walk says that one resolver of several is lost', [true, false], []],
  ])('never answered again, %s → what differs fails', (_, expected, wrong) => {
    const found = judged(run(questions(faultMs, Number.POSITIVE_INFINITY), { expected }));
    expect(failing(found)).toEqual(wrong);
    expect(found.data['names']).toMatchObject([{ restoreMs: null, longestGapMs: null }]);
    expect(found.finding).toContain('names are not answered any more');
  });

  it('answered again, though the walk says that the line is lost → fails', () => {
    const found = judged(run(questions(faultMs, 3000), { expected: [false] }));
    expect(found.verdict).toBe('fail');
    expect(failing(found)).toEqual(['ISP1 blackhole: names by 192.168.0.1']);
  });

  it('no name was answered even before → fails, whatever the walk says', () => {
    const found = judged(run(questions(0, Number.POSITIVE_INFINITY), { expected: [false] }));
    expect(failing(found)).toContain('ISP1 blackhole: names by 192.168.0.1 before anything is broken');
    expect(found.finding).toContain('Clients get no answer to their questions for names.');
  });

  it('longer than is expected of it → fails', () => {
    const most = 1000;
    expect(failing(judged(run(questions(faultMs, 2900)), most))).toEqual([]);
    expect(failing(judged(run(questions(faultMs, 3500)), most))).toEqual([
      'ISP1 blackhole: time without an answer',
    ]);
    const never = run(questions(faultMs, Number.POSITIVE_INFINITY), { expected: [false] });
    expect(failing(judged(never, most))).toEqual(['ISP1 blackhole: time without an answer']);
  });

  it('clients are given no resolver → said, not judged', () => {
    const nobody = run([], { resolver: undefined, expected: [], says: '' });
    const found = judged(nobody);
    expect(found.finding).toBe('ISP1 blackhole: clients are given no resolver.');
    expect(found.checks).toEqual([]);
    expect(found.figures).toEqual([]);
  });
});
