import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adaptive } from '../../src/health/shares/parameters.ts';
import { followed, moments, type Run, runScenario, scenario, swings, turns } from './scenarios.ts';

// Two to five lines of 5 to 200 Mbit/s, one of which loses half to five sixths of its rate and gets it back, under people by
// chance. JALUR_RUNS=100 JALUR_SEED=7 runs that many others; two minutes.
const runs = Number(process.env['JALUR_RUNS'] ?? 8);
const seed = Number(process.env['JALUR_SEED'] ?? 1);

const loads = {
  'more than there is': [1.2, 2.5],
  'about what there is': [0.7, 1.2],
  little: [0.05, 0.5],
} as const;

type Load = keyof typeof loads;
const allLoads = Object.keys(loads) as Load[];

const known = new Map<Load, readonly Run[]>();
function runsOf(load: Load): readonly Run[] {
  const all =
    known.get(load) ?? fc.sample(scenario(loads[load]), { numRuns: runs, seed }).map(one => runScenario(one));
  known.set(load, all);
  return all;
}

/** At most one in so many, and one by chance. */
const few = (all: readonly unknown[], oneIn: number): number => 1 + all.length / oneIn;
const steady = [moments.settled, moments.back] as const;
const behind = (load: Load, at: 'change' | 'back') =>
  runsOf(load)
    .flatMap(run => followed(run, at) ?? [])
    .filter(({ isFollowed, isTold }) => isTold && !isFollowed);

describe.each(allLoads)('people fetch %s', load => {
  it('always: all shares are 1 together, and no line is without any', () => {
    for (const { moments: each } of runsOf(load))
      for (const { shares } of each) {
        const values = Object.values(shares);
        const least = adaptive.leastShare / (1 + values.length * adaptive.leastShare);
        expect(values.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9);
        expect(Math.min(...values)).toBeGreaterThanOrEqual(least);
      }
  });

  it('nothing changes for ten minutes → no share goes there and back by more than a third of itself', () => {
    expect(runsOf(load).flatMap(run => turns(run, ...steady))).toEqual([]);
  });
});

// Who fetches little shows little of his lines: what is learned of one then is learned late, and no line has to be relieved.
describe.each(allLoads.slice(0, 2))('people fetch %s', load => {
  it('nothing changes for ten minutes → hardly a share moves by more than a step', () => {
    const swinging = runsOf(load).filter(run => swings(run, ...steady).length > 0);
    expect(swinging.length).toBeLessThanOrEqual(few(runsOf(load), 50));
  });

  it('a line becomes slower, and is full often enough to show it → followed within 30 s', () => {
    expect(behind(load, 'change').length).toBeLessThanOrEqual(few(runsOf(load), 25));
  });
});

it('people fetch more than there is, and a line becomes as fast as before → followed within 30 s', () => {
  const load = 'more than there is';
  expect(behind(load, 'back').length).toBeLessThanOrEqual(few(runsOf(load), 10));
});
