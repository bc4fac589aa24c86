import fc from 'fast-check';
import { type SharesOptions, startShares } from '../../src/health/index.ts';
import { adaptive } from '../../src/health/shares/parameters.ts';
import { type OfficeDemand, type OfficeLine, type OfficeMoment, officeDay } from './office.ts';

/** When a line's rate changes, when lines have settled after it, and when it is given back. */
export const moments = { change: 200, settled: 320, back: 920, end: 950 } as const;
const followSeconds = 30;

/** Lines and people by chance. */
export interface Scenario {
  readonly seed: number;
  readonly lines: readonly (Omit<OfficeLine, 'line' | 'capacityAt'> & { readonly mbps: number })[];
  /** What the text says of the lines, in units of what they can. */
  readonly belief: 'right' | 'alike';
  /** What people would fetch, in units of what all lines can. */
  readonly load: number;
  /** The line that changes, and how much of its rate is left. */
  readonly changed: number;
  readonly left: number;
  readonly demand: Pick<OfficeDemand, 'exponent' | 'meanBits' | 'servers' | 'thinkSeconds' | 'fastestBps'>;
}

/** Evenly: numbers with fractions are drawn by their bits elsewhere, which are small ones mostly. */
const between = (min: number, max: number): fc.Arbitrary<number> =>
  fc.integer({ min: 0, max: 10_000 }).map(part => min + (part / 10_000) * (max - min));
const logarithmic = (min: number, max: number): fc.Arbitrary<number> =>
  between(Math.log(min), Math.log(max)).map(Math.exp);

const line = fc.record({
  mbps: logarithmic(5, 200),
  baseMs: logarithmic(4, 90),
  jitterMs: logarithmic(0.2, 6),
  queueMs: logarithmic(40, 500),
  noise: between(0, 0.1),
});

/** Scenarios in which people would fetch that much. */
export const scenario = (load: readonly [number, number]): fc.Arbitrary<Scenario> =>
  fc
    .noBias(
      fc.record({
        seed: fc.nat(),
        lines: fc.array(line, { minLength: 2, maxLength: 5 }),
        belief: fc.constantFrom('right' as const, 'alike' as const),
        load: between(load[0], load[1]),
        changed: fc.nat(),
        left: logarithmic(0.15, 0.55),
        demand: fc.record({
          exponent: between(1.15, 1.9),
          meanBits: logarithmic(1e6, 30e6),
          servers: fc.integer({ min: 20, max: 400 }),
          thinkSeconds: logarithmic(1, 15),
          fastestBps: logarithmic(10e6, 200e6),
        }),
      }),
    )
    .map(one => ({ ...one, changed: one.changed % one.lines.length }));

export interface Run {
  readonly moments: readonly OfficeMoment[];
  readonly names: readonly string[];
  readonly changed: string;
  /** What the line that changes can meanwhile, bit/s. */
  readonly leftBps: number;
  /** Exact shares before and after the change. */
  readonly exact: Readonly<Record<'before' | 'after', Readonly<Record<string, number>>>>;
}

export function runScenario(one: Scenario, { spills = false }: Partial<SharesOptions> = {}): Run {
  const names = one.lines.map((_, i) => `wan${i + 1}`);
  const changed = names[one.changed] ?? '';
  const factor = (name: string, second: number): number =>
    name === changed && second >= moments.change && second < moments.back ? one.left : 1;
  const lines = one.lines.map(({ mbps, ...rest }, i): OfficeLine => {
    const name = names[i] ?? '';
    return { ...rest, line: name, capacityAt: second => mbps * 1e6 * factor(name, second) };
  });
  const stated = one.lines.map(({ mbps }, i) => ({
    line: names[i] ?? '',
    weight: one.belief === 'right' ? mbps : 1,
  }));
  const start = startShares(stated, { isAdaptive: true, spills });
  const demand = { ...one.demand, clients: clientsFor(one) };
  const exact = (second: number) =>
    exactShares(lines.map(({ line, capacityAt }) => [line, capacityAt(second)]));
  return {
    ...{ names, changed, leftBps: (one.lines[one.changed]?.mbps ?? 0) * 1e6 * one.left },
    moments: officeDay(start, lines, demand, { seconds: moments.end, seed: one.seed }),
    exact: { before: exact(0), after: exact(moments.change) },
  };
}

/** As many as would fetch so much if lines were no limit. */
function clientsFor({ lines, load, demand }: Scenario): number {
  const total = lines.reduce((sum, { mbps }) => sum + mbps * 1e6, 0);
  const each = demand.meanBits / (demand.thinkSeconds + demand.meanBits / demand.fastestBps);
  return Math.max(20, Math.round((load * total) / each));
}

function exactShares(capacities: readonly (readonly [string, number])[]): Readonly<Record<string, number>> {
  const total = capacities.reduce((sum, [, capacity]) => sum + capacity, 0);
  return Object.fromEntries(capacities.map(([line, capacity]) => [line, capacity / total]));
}

export interface Follows {
  readonly from: number;
  readonly to: number;
  readonly exact: number;
  readonly isFollowed: boolean;
  /** Could anybody have known? */
  readonly isTold: boolean;
}

/**
 * A line that has become slower shows it where it is full for half of the time; one that has become faster where it carries most
 * of what was believed of it, and another one, which it could relieve, is full for half of the time.
 */
function isTold({ moments: all, changed, names, leftBps }: Run, at: 'change' | 'back'): boolean {
  const seconds = all.slice(moments[at], moments[at] + followSeconds);
  const mean = (of: (moment: OfficeMoment) => number): number =>
    seconds.reduce((sum, one) => sum + of(one), 0) / seconds.length;
  const fullFor = (name: string): number => mean(({ full }) => full[name] ?? 0);
  if (at === 'change') return fullFor(changed) >= 0.5;
  const isNeeded = names.some(name => name !== changed && fullFor(name) >= 0.5);
  return isNeeded && mean(({ deliveredBps }) => deliveredBps[changed] ?? 0) >= 0.7 * leftBps;
}

/** Has the share gone half of the way within the time, or is it as good as there? Undefined: there was no way to go. */
export function followed(run: Run, at: 'change' | 'back'): Follows | undefined {
  const share = (second: number): number => run.moments[second]?.shares[run.changed] ?? 0;
  const from = share(moments[at] - 1);
  const to = share(moments[at] + followSeconds - 1);
  const exact = Math.max(
    adaptive.leastShare,
    run.exact[at === 'change' ? 'after' : 'before'][run.changed] ?? 0,
  );
  const way = exact - from;
  const near = 0.05;
  const isWay = at === 'change' ? way < -near : way > near;
  if (!isWay) return undefined;
  const isFollowed = (to - from) / way >= 0.5 || Math.abs(exact - to) <= near;
  return { from, to, exact, isFollowed, isTold: isTold(run, at) };
}

export interface Swing {
  readonly line: string;
  readonly least: number;
  readonly most: number;
}

/** A share oscillates where it goes there and back by more than a third of itself and four points, while nothing changes. */
export const oscillation = { factor: 4 / 3, share: 0.04 } as const;

/** The shares that do. */
export function turns(run: Run, from: number, to: number): readonly Swing[] {
  return run.names.flatMap(line => {
    const shares = run.moments.slice(from, to).map(one => one.shares[line] ?? 0);
    const isFar = (a: number, b: number): boolean =>
      Math.max(a, b) / Math.min(a, b) > oscillation.factor && Math.abs(a - b) > oscillation.share;
    // The farthest before and after each second.
    const found = shares.some((share, i) => {
      const [before, after] = [shares.slice(0, i), shares.slice(i + 1)];
      const isPeak = isFar(share, Math.min(share, ...before)) && isFar(share, Math.min(share, ...after));
      const isValley = isFar(share, Math.max(share, ...before)) && isFar(share, Math.max(share, ...after));
      return isPeak || isValley;
    });
    return found ? [{ line, least: Math.min(...shares), most: Math.max(...shares) }] : [];
  });
}

/** The widest swing of a share while nothing changes, as a factor beyond what is no more than four points. */
export function swings(run: Run, from: number, to: number): readonly Swing[] {
  return run.names.flatMap(line => {
    const shares = run.moments.slice(from, to).map(one => one.shares[line] ?? 0);
    const [least, most] = [Math.min(...shares), Math.max(...shares)];
    return most / least > adaptive.step && most - least > 0.04 ? [{ line, least, most }] : [];
  });
}
