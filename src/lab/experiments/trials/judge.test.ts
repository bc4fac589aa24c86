import { describe, expect, it } from 'vitest';
import { answeredAsItCame, judgeTrials } from './judge.ts';
import { trialWords } from './say.ts';
import type { Fate, Trial } from './trial.ts';

const say = trialWords.en;

const trial = (says: readonly Fate[], seen: Fate, more: Partial<Trial> = {}): Trial => ({
  what: 'tcp 80',
  place: 'office.rsc:3',
  from: 'a host behind ISP1',
  packet: '',
  expected: says.map(one => ({ ...one, says: 'goes to 192.168.1.10:80' })),
  onRouteros: '',
  seen,
  cameBy: 'isp1',
  ...more,
});

const arrives = { reached: true, by: 'isp1' };
const astray = { reached: true, by: 'isp2' };
const misses = { reached: false, by: '' };

describe('judgeTrials', () => {
  it('the kernel shows what the walk says → each check holds', () => {
    const { checks, finding } = judgeTrials(
      { trials: [trial([arrives], arrives), trial([misses], misses)], leftOut: [] },
      say,
    );
    expect(checks.map(({ holds }) => holds)).toEqual([true, true]);
    expect(finding).toBe('2 trials, each as the text says; 1 arrived; 1 did not, as the text has it.');
  });

  it('the kernel shows something else → fails with both', () => {
    const { checks, finding } = judgeTrials({ trials: [trial([arrives], misses)], leftOut: [] }, say);
    expect(checks).toEqual([
      {
        what: 'tcp 80 (office.rsc:3), a host behind ISP1',
        expected: 'arrives, answered by ISP1 (goes to 192.168.1.10:80)',
        measured: 'does not arrive',
        holds: false,
      },
    ]);
    expect(finding).toContain('the walk of the text says that it arrives, answered by ISP1');
    expect(finding).toContain('the kernel shows that it does not arrive');
  });

  it('hash or chance decides → each of the ways will do', () => {
    const ways = [arrives, astray];
    const { checks } = judgeTrials({ trials: [trial(ways, astray), trial(ways, misses)], leftOut: [] }, say);
    expect(checks.map(({ holds }) => holds)).toEqual([true, false]);
  });

  it('the rule that is tried has not counted the packet, or no counter of it was found → fails', () => {
    const trials = [0, 1, null].map(counted => trial([misses], misses, { counted }));
    expect(judgeTrials({ trials, leftOut: [] }, say).checks.map(({ holds }) => holds)).toEqual([
      false,
      true,
      false,
    ]);
    expect(judgeTrials({ trials, leftOut: [] }, say).finding).toContain('no counter of the rule was found');
  });

  it('what was not tried is named with its reason', () => {
    const leftOut = [{ what: 'gre', place: 'office.rsc:4', why: say.notInSample }];
    const { tables, finding } = judgeTrials({ trials: [], leftOut }, say);
    expect(tables[0]?.rows).toEqual([['gre', 'office.rsc:4', 'not in the sample']]);
    expect(finding).toBe('1 not tried: see the table.');
  });
});

describe('answeredAsItCame', () => {
  it('another ISP answers, as the text says → fails all the same, unless that is known', () => {
    const trials = { trials: [trial([astray], astray)], leftOut: [] };
    expect(answeredAsItCame(trials, [], say)).toMatchObject([
      {
        holds: false,
        wrong:
          'tcp 80 (office.rsc:3): what comes in by ISP1 is answered by ISP2, so nobody out there gets the answer.',
      },
    ]);
    expect(answeredAsItCame(trials, ['isp1'], say)).toEqual([]);
    expect(answeredAsItCame({ trials: [trial([misses], misses)], leftOut: [] }, [], say)).toEqual([]);
  });
});
