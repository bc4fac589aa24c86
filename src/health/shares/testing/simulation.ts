import { type LineSecond, nextShares, type ShareReason, type SharesState } from '../index.ts';
import { generator } from './random.ts';

/** A line as it really is. */
export interface TrueLine {
  readonly line: string;
  /** What it can receive, bit/s, at each second. */
  readonly capacityAt: (second: number) => number;
  readonly isUpAt?: (second: number) => boolean;
  /** Share of probes that is lost whatever passes. */
  readonly loss?: number;
  /** Nobody answers probes. */
  readonly isSilent?: boolean;
  readonly baseMs: number;
}

/** What clients ask for. */
export interface Demand {
  /** New connections in a second. */
  readonly arrivalsAt: (second: number) => number;
  /** Mean size, bits; sizes are heavy-tailed. */
  readonly meanBits: number;
  /** A connection is no faster than this, bit/s: its server is not. */
  readonly fastestBps: number;
  /** A connection that never ends, by this line, from that second on. */
  readonly elephant?: { readonly line: string; readonly from: number } | undefined;
}

interface Flow {
  readonly line: string;
  bits: number;
  readonly fastestBps: number;
}

/** One second of a run: shares in force after it, what lines carried, and why shares changed. */
export interface Moment {
  readonly second: number;
  readonly shares: Readonly<Record<string, number>>;
  readonly deliveredBps: Readonly<Record<string, number>>;
  readonly reasons?: readonly ShareReason[] | undefined;
}

/** Connections come and go, each stays by the line that its share gave it; a line divides itself among its own. */
export function simulate(
  start: SharesState,
  lines: readonly TrueLine[],
  demand: Demand,
  { seconds, seed }: { readonly seconds: number; readonly seed: number },
): readonly Moment[] {
  const random = generator(seed);
  let state = start;
  let flows: Flow[] = [];
  const moments: Moment[] = [];
  for (let second = 0; second < seconds; second++) {
    flows.push(...arriving(demand, second, state.shares, random));
    if (demand.elephant?.from === second)
      flows.push({ line: demand.elephant.line, bits: Number.POSITIVE_INFINITY, fastestBps: 1e12 });
    const seen = lines.map(one => secondOf(one, flows, second, random));
    flows = flows.filter(({ bits }) => bits > 0);
    const step = nextShares(state, seen);
    state = step.state;
    const deliveredBps = Object.fromEntries(seen.map(({ line, receivedBps }) => [line, receivedBps]));
    moments.push({ second, shares: state.shares, deliveredBps, reasons: step.reasons });
  }
  return moments;
}

function arriving(
  { arrivalsAt, meanBits, fastestBps }: Demand,
  second: number,
  shares: SharesState['shares'],
  random: () => number,
): Flow[] {
  return Array.from({ length: poisson(arrivalsAt(second), random) }, () => {
    // Pareto with exponent 1.5: its mean is three times its least.
    const bits = meanBits / 3 / (1 - random()) ** (1 / 1.5);
    return { line: pick(shares, random()), bits, fastestBps };
  });
}

function pick(shares: SharesState['shares'], at: number): string {
  let sum = 0;
  const found = Object.entries(shares).find(([, share]) => {
    sum += share;
    return at < sum;
  });
  return found?.[0] ?? Object.keys(shares)[0] ?? '';
}

/** Ten steps, as connections end in the middle of a second. */
function secondOf(one: TrueLine, flows: readonly Flow[], second: number, random: () => number): LineSecond {
  const { line, baseMs, loss = 0 } = one;
  const isUp = one.isUpAt?.(second) ?? true;
  const own = flows.filter(flow => flow.line === line);
  const capacity = isUp ? one.capacityAt(second) : 0;
  let [received, full] = [0, 0];
  for (let step = 0; step < 10; step++) {
    const active = own.filter(({ bits }) => bits > 0).sort((a, b) => a.fastestBps - b.fastestBps);
    let left = capacity / 10;
    active.forEach((flow, i) => {
      const got = Math.min(left / (active.length - i), flow.fastestBps / 10, flow.bits);
      flow.bits -= got;
      left -= got;
      received += got;
    });
    if (active.length > 0 && left <= capacity * 0.001) full++;
  }
  const probe = (): number | undefined => {
    if (!isUp || random() < loss) return undefined;
    const waits = random() < full / 10 ? 40 + 80 * random() : 0;
    if (waits > 0 && random() < 0.05) return undefined;
    return baseMs + 4 * random() ** 4 + waits;
  };
  const isAsked = received > 10_000 ? second % 2 === 0 : true;
  const roundTripsMs = isAsked && one.isSilent !== true ? [probe()] : [];
  return { line, isUp, receivedBps: received, sentBps: received / 20, roundTripsMs };
}

function poisson(mean: number, random: () => number): number {
  const limit = Math.exp(-mean);
  let [count, product] = [0, random()];
  for (; product > limit; product *= random()) count++;
  return count;
}
