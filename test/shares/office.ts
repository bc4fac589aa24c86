import { type LineSecond, nextShares, type SharesState } from '../../src/health/index.ts';
import { exponential, generator, heavy } from '../../src/health/shares/testing/random.ts';
import type { Moment } from '../../src/health/shares/testing/simulation.ts';
import { bucketTable, reweighed } from '../../src/pcc/index.ts';

// An office whose people fetch, wait for it, read it and fetch again, over lines with queues that fill and drain. Lines are
// chosen as the kernel does it: a table of buckets, asked by client and server. Nothing of it was there when the numbers in
// parameters.ts were chosen.

/** A line as it really is. */
export interface OfficeLine {
  readonly line: string;
  /** What it can receive, bit/s, at each second. */
  readonly capacityAt: (second: number) => number;
  readonly baseMs: number;
  /** What its round trips differ by without any queue. */
  readonly jitterMs: number;
  /** Its longest queue. */
  readonly queueMs: number;
  /** Its rate is so much more or less from second to second, as a part of it. */
  readonly noise: number;
}

/** The people, and what they fetch. */
export interface OfficeDemand {
  readonly clients: number;
  readonly servers: number;
  /** Between two fetches, seconds. */
  readonly thinkSeconds: number;
  readonly meanBits: number;
  /** Of the sizes: see `heavy`. */
  readonly exponent: number;
  /** No server is faster, bit/s. */
  readonly fastestBps: number;
}

/** A second as it really was. */
export interface OfficeMoment extends Moment {
  /** The part of it in which each line had more to carry than it can. */
  readonly full: Readonly<Record<string, number>>;
}

interface Fetch {
  readonly client: number;
  bits: number;
}

const step = 0.1;
const steps = 10;

/** Shares in each second of such an office. */
export function officeDay(
  start: SharesState,
  lines: readonly OfficeLine[],
  demand: OfficeDemand,
  { seconds, seed }: { readonly seconds: number; readonly seed: number },
): readonly OfficeMoment[] {
  const random = generator(seed);
  let state = start;
  let table = bucketTable(weightsOf(state));
  const idleUntil = Array.from({ length: demand.clients }, () => random() * demand.thinkSeconds);
  const running = lines.map(line => new RunningLine(line, random));
  const moments: OfficeMoment[] = [];
  for (let second = 0; second < seconds; second++) {
    for (const one of running) one.begin(second);
    for (let at = 0; at < steps; at++) {
      const now = second + at * step;
      for (const [client, until] of idleUntil.entries()) {
        if (until > now) continue;
        const line = table[bucketOf(client, serverOf(demand, random))];
        const bits = heavy(demand.meanBits, demand.exponent, random);
        running.find(one => one.line.line === line)?.fetches.push({ client, bits });
        idleUntil[client] = Number.POSITIVE_INFINITY;
      }
      for (const one of running) {
        for (const client of one.pass(demand.fastestBps))
          idleUntil[client] = now + exponential(demand.thinkSeconds, random);
      }
    }
    const seen = running.map(one => one.second(second));
    const next = nextShares(state, seen);
    state = next.state;
    if (next.reasons) table = reweighed(table, weightsOf(state));
    const deliveredBps = Object.fromEntries(seen.map(({ line, receivedBps }) => [line, receivedBps]));
    const full = Object.fromEntries(running.map(({ line, fullPart }) => [line.line, fullPart]));
    moments.push({ second, shares: state.shares, deliveredBps, reasons: next.reasons, full });
  }
  return moments;
}

const weightsOf = ({ shares }: SharesState) =>
  Object.entries(shares).map(([owner, weight]) => ({ owner, weight }));

/** Some servers are asked far more often than others. */
const serverOf = ({ servers }: OfficeDemand, random: () => number): number =>
  Math.floor(servers * random() ** 2.5);

const bucketOf = (client: number, server: number): number => {
  const mixed = Math.imul(client * 65_537 + server + 1, 0x9e3779b1) >>> 0;
  return (Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b) >>> 24) & 255;
};

class RunningLine {
  fetches: Fetch[] = [];
  readonly line: OfficeLine;
  readonly #random: () => number;
  #capacity = 0;
  #queueMs = 0;
  #received = 0;
  #drops = 0;
  #full = 0;
  #queues: number[] = [];

  constructor(line: OfficeLine, random: () => number) {
    this.line = line;
    this.#random = random;
  }

  begin(second: number): void {
    const { capacityAt, noise } = this.line;
    this.#capacity = capacityAt(second) * (1 + noise * (2 * this.#random() - 1));
    this.#received = 0;
    this.#queues = [];
    this.#drops = 0;
    this.#full = 0;
  }

  get fullPart(): number {
    return this.#full / steps;
  }

  /** A tenth of a second; clients whose fetch is done. */
  pass(fastestBps: number): readonly number[] {
    let left = this.#capacity * step;
    const most = fastestBps * step;
    const wants = [...this.fetches].sort((a, b) => Math.min(a.bits, most) - Math.min(b.bits, most));
    for (const [i, fetch] of wants.entries()) {
      const got = Math.min(left / (wants.length - i), most, fetch.bits);
      fetch.bits -= got;
      left -= got;
      this.#received += got;
    }
    this.#fill(left <= this.#capacity * step * 0.001 && wants.length > 0);
    const done = wants.filter(({ bits }) => bits <= 0).map(({ client }) => client);
    this.fetches = wants.filter(({ bits }) => bits > 0);
    return done;
  }

  /** TCP fills a queue, loses, and steps back to about half of it. */
  #fill(isFull: boolean): void {
    const { queueMs } = this.line;
    if (isFull) this.#full++;
    const rise = queueMs * (0.1 + 0.2 * this.#random());
    this.#queueMs = isFull ? this.#queueMs + rise : Math.max(0, this.#queueMs - step * 1000);
    if (this.#queueMs > queueMs) {
      this.#drops++;
      this.#queueMs = queueMs * (0.4 + 0.3 * this.#random());
    }
    this.#queues.push(this.#queueMs);
  }

  second(second: number): LineSecond {
    const { line, baseMs, jitterMs } = this.line;
    const at = Math.floor(this.#random() * steps);
    const queue = this.#queues[at] ?? 0;
    const isLost = this.#drops > 0 && this.#random() < 0.03 * this.#drops;
    const trip = baseMs + exponential(jitterMs, this.#random) + queue;
    // A line with traffic is asked less often.
    const isAsked = this.#received < 10_000 || second % 2 === 0;
    const receivedBps = this.#received * (1 + 0.04 * (this.#random() - 0.5));
    return {
      ...{ line, isUp: true, receivedBps, sentBps: receivedBps / 25 },
      roundTripsMs: isAsked ? [isLost ? undefined : trip] : [],
    };
  }
}
