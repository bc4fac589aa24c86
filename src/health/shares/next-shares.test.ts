import { describe, expect, it } from 'vitest';
import {
  type LineSecond,
  memoryOfShares,
  nextShares,
  type SharesOptions,
  type SharesState,
  type StatedWeight,
  sharesFromMemory,
  startShares,
} from './index.ts';
import { type Demand, type Moment, simulate, type TrueLine } from './testing/simulation.ts';

const million = 1e6;
const seeds = [1, 2, 3, 4, 5, 6];
const even: readonly StatedWeight[] = [
  { line: 'A', weight: 1 },
  { line: 'B', weight: 1 },
];
const follow: SharesOptions = { isAdaptive: true, spills: false };
const line = (name: string, mbps: (second: number) => number, more: Partial<TrueLine> = {}): TrueLine => ({
  ...{ line: name, capacityAt: second => mbps(second) * million, baseMs: name === 'A' ? 12 : 20 },
  ...more,
});
/** So many Mbit/s on average, in connections of 2 MB of which none is faster than 30 Mbit/s. */
const load = (mbps: number, more: Partial<Demand> = {}): Demand => ({
  ...{ arrivalsAt: () => mbps / 16, meanBits: 16 * million, fastestBps: 30 * million },
  ...more,
});
const shareOf = (moment: Moment | undefined): number => moment?.shares['A'] ?? 0;
const between = (run: readonly Moment[], from: number, to: number): readonly number[] =>
  run.slice(from, to).map(shareOf);
const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;
const changesIn = (run: readonly Moment[], from: number, to: number): number =>
  run.slice(from, to).filter(({ reasons }) => reasons !== undefined).length;
const turnsIn = (values: readonly number[]): number => {
  const steps = values.flatMap((value, i) =>
    i > 0 && value !== values[i - 1] ? [value - (values[i - 1] ?? 0)] : [],
  );
  return steps.filter((step, i) => i > 0 && step > 0 !== (steps[i - 1] ?? 0) > 0).length;
};

describe('a line whose rate changes in mid-run', () => {
  it.each([120, 160, 250])(
    '100 : 100 becomes 20 : 100 with %i Mbit/s asked for → followed within 30 s',
    mbps => {
      for (const seed of seeds) {
        const lines = [line('A', second => (second < 200 ? 100 : 20)), line('B', () => 100)];
        const run = simulate(startShares(even, follow), lines, load(mbps), { seconds: 230, seed });
        expect(shareOf(run[199])).toBeGreaterThan(0.4);
        expect(shareOf(run[229])).toBeLessThan(0.3);
      }
    },
  );

  it('20 : 100 becomes 100 : 100 → followed within 30 s', () => {
    for (const seed of seeds) {
      const lines = [line('A', second => (second < 300 ? 20 : 100)), line('B', () => 100)];
      const run = simulate(startShares(even, follow), lines, load(150), { seconds: 330, seed });
      expect(mean(between(run, 250, 300))).toBeLessThan(0.25);
      expect(shareOf(run[329])).toBeGreaterThan(0.33);
    }
  });
});

describe('ten minutes after it', () => {
  it('20 : 100, more is asked for than there is → no oscillation', () => {
    for (const seed of seeds) {
      const lines = [line('A', second => (second < 200 ? 100 : 20)), line('B', () => 100)];
      const run = simulate(startShares(even, follow), lines, load(150), { seconds: 860, seed });
      const after = between(run, 260, 860);
      expect(mean(after)).toBeGreaterThan(0.12);
      expect(mean(after)).toBeLessThan(0.24);
      expect(turnsIn(after)).toBeLessThanOrEqual(6);
      expect(changesIn(run, 260, 860)).toBeLessThanOrEqual(12);
    }
  });

  it('a steady 100 : 50 of connections as fast as the line, in bursts → stays near the truth', () => {
    for (const seed of seeds) {
      const lines = [line('A', () => 100), line('B', () => 50)];
      const run = simulate(startShares(even, follow), lines, load(60, { fastestBps: 1e12 }), {
        seconds: 800,
        seed,
      });
      const after = between(run, 200, 800);
      expect(mean(after)).toBeGreaterThan(0.45);
      expect(mean(after)).toBeLessThan(0.8);
      expect(turnsIn(after)).toBeLessThanOrEqual(10);
    }
  });
});

describe('what tells nothing of a line', () => {
  it('nobody does anything, or little → not one change', () => {
    for (const mbps of [0, 1, 10]) {
      const lines = [line('A', () => 100), line('B', () => 20)];
      const run = simulate(startShares(even, follow), lines, load(mbps, { fastestBps: 5 * million }), {
        ...{ seconds: 600, seed: 1 },
      });
      expect(changesIn(run, 0, 600)).toBe(0);
    }
  });

  it('one client’s endless download fills a line, the other is idle → its share stays', () => {
    for (const seed of seeds) {
      const lines = [line('A', () => 100), line('B', () => 100)];
      const demand = load(15, { elephant: { line: 'A', from: 60 } });
      const run = simulate(startShares(even, follow), lines, demand, { seconds: 660, seed });
      for (const share of between(run, 0, 660)) expect(Math.abs(share - 0.5)).toBeLessThan(0.12);
    }
  });

  it('nobody answers probes → nobody knows whether a line is full: the stated weights stay', () => {
    const lines = [line('A', () => 20, { isSilent: true }), line('B', () => 100, { isSilent: true })];
    const run = simulate(startShares(even, follow), lines, load(150), { seconds: 300, seed: 1 });
    expect(changesIn(run, 0, 300)).toBe(0);
  });

  it('a line is dead for a while → what is known of it stays', () => {
    const lines = [
      line('A', () => 20),
      line('B', () => 100, { isUpAt: second => second < 200 || second >= 230 }),
    ];
    const run = simulate(startShares(even, follow), lines, load(100), { seconds: 300, seed: 2 });
    expect(Math.abs(shareOf(run[232]) - shareOf(run[199]))).toBeLessThan(0.12);
  });
});

describe('weights', () => {
  it('stated rates that are true → one of them full changes nothing', () => {
    for (const seed of seeds) {
      const stated = [
        { line: 'A', weight: 1, limitBps: 20 * million },
        { line: 'B', weight: 5, limitBps: 100 * million },
      ];
      const lines = [line('A', () => 20), line('B', () => 100)];
      const start = startShares(stated, follow);
      const run = simulate(start, lines, load(140), { seconds: 400, seed });
      for (const share of between(run, 0, 400)) expect(Math.abs(share - 1 / 6)).toBeLessThan(0.12);
    }
  });

  it('a line that is far slower → keeps 2 %, so that something is ever learned of it', () => {
    const lines = [line('A', () => 0.5), line('B', () => 100)];
    const run = simulate(startShares(even, follow), lines, load(80), { seconds: 400, seed: 1 });
    expect(shareOf(run[399])).toBeGreaterThan(0.018);
    expect(shareOf(run[399])).toBeLessThan(0.06);
  });

  it('an idle line loses a fifth of its probes → half of its share, with the reason; not adaptive → nothing', () => {
    const lines = [line('A', () => 100, { loss: 0.2 }), line('B', () => 100)];
    const run = simulate(startShares(even, follow), lines, load(5, { fastestBps: million }), {
      seconds: 300,
      seed: 3,
    });
    expect(shareOf(run[299])).toBeCloseTo(1 / 3, 2);
    const reasons = run.flatMap(moment => moment.reasons ?? []).filter(one => one.line === 'A');
    expect(reasons.map(({ kind }) => kind)).toContain('lossy');
  });
});

describe('spill-over', () => {
  it('an endless download fills a line → new connections avoid it; it ends → they come back', () => {
    for (const seed of seeds) {
      const lines = [line('A', () => 100), line('B', () => 100)];
      const demand = load(15, { elephant: { line: 'A', from: 60 } });
      const spilling = startShares(even, { isAdaptive: false, spills: true });
      const run = simulate(spilling, lines, demand, { seconds: 300, seed });
      expect(shareOf(run[130])).toBeLessThan(0.3);
      expect(shareOf(run[299])).toBeLessThan(0.3);
      expect(shareOf(run[299])).toBeGreaterThan(0.15);
    }
  });

  it('both lines are full → nowhere to go, the shares stay', () => {
    for (const seed of seeds) {
      const lines = [line('A', () => 50), line('B', () => 50)];
      const run = simulate(startShares(even, { isAdaptive: false, spills: true }), lines, load(250), {
        ...{ seconds: 300, seed },
      });
      expect(Math.abs(mean(between(run, 100, 300)) - 0.5)).toBeLessThan(0.12);
    }
  });
});

describe('what is believed of a line', () => {
  const seconds = (count: number, rates: Readonly<Record<string, readonly [mbps: number, trip: number]>>) =>
    Array.from({ length: count }, () =>
      Object.entries(rates).map(([name, [mbps, trip]]): LineSecond => {
        return { line: name, isUp: true, receivedBps: mbps * million, sentBps: 0, roundTripsMs: [trip] };
      }),
    );
  const after = (start: SharesState, ...all: readonly (readonly LineSecond[])[]): SharesState =>
    all.reduce((state, one) => nextShares(state, one).state, start);
  const quiet = seconds(5, { A: [1, 10], B: [1, 10] });
  const full = (mbps: number, count: number) => seconds(count, { A: [mbps, 90], B: [1, 10] });

  it('one window of less in a full line → nothing; more of them → the share goes', () => {
    const known = after(startShares(even, follow), ...quiet, ...full(100, 40));
    const once = after(known, ...full(50, 5));
    expect(once.shares).toEqual(known.shares);
    expect(after(once, ...full(50, 10)).shares['A']).toBeLessThan(0.42);
  });

  it('a little less in one window, and as much as before in the next → nothing', () => {
    const known = after(startShares(even, follow), ...quiet, ...full(100, 40));
    const both = [...full(85, 5), ...full(100, 5)];
    const later = after(known, ...both, ...both, ...both);
    expect(later.lines['A']?.capacityBps).toBeCloseTo(known.lines['A']?.capacityBps ?? 0, -6);
  });

  it('a line that was never full becomes slower → what it delivered before says what the others can', () => {
    const stated = [
      { line: 'A', weight: 2 },
      { line: 'B', weight: 1 },
    ];
    const busy = seconds(20, { A: [80, 10], B: [10, 10] });
    const slower = seconds(15, { A: [20, 90], B: [10, 10] });
    const { lines, shares, scale } = after(startShares(stated, follow), ...busy, ...slower);
    expect([lines['A']?.capacityBps, scale]).toEqual([20 * million, 40 * million]);
    expect(shares['A']).toBeCloseTo(1 / 3, 2);
  });

  it('a full line whose weight alone spills → its weight stays', () => {
    const start = startShares(even, { isAdaptive: false, spills: true });
    const { lines, scale } = after(start, ...quiet, ...full(100, 40));
    expect([lines['A']?.capacityBps, scale]).toEqual([undefined, 100 * million]);
  });

  it('begun again while a line is full → its queue is told by the round trips of before', () => {
    const known = after(startShares(even, follow), ...quiet, ...full(100, 40));
    const again = after(sharesFromMemory(memoryOfShares(known)), ...full(50, 40));
    expect(again.lines['A']?.capacityBps).toBeLessThan(55 * million);
    const { shortest: _, ...without } = memoryOfShares(known);
    expect(after(sharesFromMemory(without), ...full(50, 40)).lines['A']?.capacityBps).toBe(100 * million);
  });

  it('of a line nothing but its weight is known, and it carries more → all such lines keep their proportion', () => {
    const stated = ['A', 'B', 'C'].map((name, i) => ({ line: name, weight: i + 1 }));
    const busy = (count: number, b: number) => seconds(count, { A: [10, 90], B: [b, 10], C: [1, 10] });
    const idle = seconds(5, { A: [1, 10], B: [1, 10], C: [1, 10] });
    const { shares } = after(startShares(stated, follow), ...idle, ...busy(20, 1), ...busy(20, 60));
    expect(shares['A']).toBeLessThan(0.1);
    expect((shares['C'] ?? 0) / (shares['B'] ?? 1)).toBeCloseTo(1.5, 2);
  });
});
