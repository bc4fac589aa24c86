import { describe, expect, it } from 'vitest';
import type { Topology } from '../../topology/topology.ts';
import type { SharesLog } from './data.ts';
import { shares } from './experiment.ts';
import { changesOf, isTurning, longestGap } from './followed.ts';

/** The share of isp1 by the second: half, then as `lowered` says from 50 s on, then as `raised` says from 110 s on. */
const log = (
  lowered: (second: number) => number,
  raised: (second: number) => number,
  more: Partial<SharesLog> = {},
): SharesLog => ({
  ...{ isp: 'isp1', isps: ['isp1', 'isp2'], loweredMs: 50_000, raisedMs: 110_000, endMs: 170_000 },
  shares: Array.from({ length: 170 }, (_, second) => {
    const own = second < 50 ? 0.5 : second < 110 ? lowered(second - 50) : raised(second - 110);
    return { atMs: second * 1000, by: { isp1: own, isp2: 1 - own } };
  }),
  ...{ opened: [], broken: [], sessions: { alive: 12, broken: 0, hung: 0 } },
  ...more,
});
const ramp = (from: number, to: number, seconds: number) => (second: number) =>
  from + (to - from) * Math.min(1, second / seconds);
const good = log(ramp(0.5, 0.2, 20), ramp(0.2, 0.5, 25));
const failing = (one: SharesLog) =>
  shares
    .conclude(
      [{ part: 'all', data: one, durationMs: 1 }],
      { isps: [{}, {}], expect: {} } as unknown as Topology,
      'en',
    )
    .checks.filter(({ holds }) => !holds)
    .map(({ what }) => what);

describe('changesOf', () => {
  it('a share that goes to the exact one → in time, with the moment at which half of the way was gone', () => {
    const [lowered, raised] = changesOf(good);
    expect(lowered).toMatchObject({ from: 0.5, exact: 0.2, isInTime: true, turns: false, halfMs: 10_000 });
    expect(raised).toMatchObject({ exact: 0.5, isInTime: true, turns: false, halfMs: 13_000 });
  });

  it('a share that stays → not in time, never half of the way', () => {
    const [lowered] = changesOf(
      log(
        () => 0.5,
        () => 0.5,
      ),
    );
    expect(lowered).toMatchObject({ isInTime: false, halfMs: undefined, last: 0.5 });
  });
});

describe('isTurning', () => {
  it.each([
    [[0.5, 0.3, 0.2], false],
    [[0.5, 0.2, 0.22, 0.2], false],
    [[0.5, 0.2, 0.4, 0.2], true],
    [[0.2, 0.4, 0.2], true],
    // Small shares differ by much of themselves.
    [[0.02, 0.05, 0.02], false],
  ])('%j → %s', (all, turns) => {
    expect(isTurning(all)).toBe(turns);
  });
});

describe('the experiment', () => {
  it('followed, steady, nothing broken → every check holds', () => {
    expect(failing(good)).toEqual([]);
  });

  it.each([
    ['does not follow', log(() => 0.5, ramp(0.5, 0.5, 1)), 1],
    ['goes to and fro', log(s => (s < 20 ? 0.2 : s < 40 ? 0.45 : 0.2), ramp(0.2, 0.5, 25)), 1],
    [
      'a page is cut short',
      log(ramp(0.5, 0.2, 20), ramp(0.2, 0.5, 25), { broken: [{ atMs: 1, isp: 'isp1', why: 'cut short' }] }),
      1,
    ],
    [
      'a session hangs',
      log(ramp(0.5, 0.2, 20), ramp(0.2, 0.5, 25), { sessions: { alive: 11, broken: 0, hung: 1 } }),
      1,
    ],
  ])('%s → fails', (_, one, count) => {
    expect(failing(one)).toHaveLength(count);
  });
});

it('longest gap: a tick late, and a machine that stood still → the longest', () => {
  expect([longestGap([0, 1000, 2300, 20_300, 21_000]), longestGap([5]), longestGap([])]).toEqual([
    18_000, 0, 0,
  ]);
});
