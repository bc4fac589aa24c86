import { adaptive } from './parameters.ts';

/** One second of a line. */
export interface LineSecond {
  readonly line: string;
  readonly isUp: boolean;
  readonly receivedBps: number;
  readonly sentBps: number;
  /** Round trips of the probes that ended in it, ms; undefined: lost. */
  readonly roundTripsMs: readonly (number | undefined)[];
}

/** What is known of one line. */
export interface LineKnown {
  /** Its latest seconds, the oldest first. */
  readonly seconds: readonly Omit<LineSecond, 'line'>[];
  /** Seconds that count towards forgetting: those of a full line, whose queue never empties, hardly do. */
  readonly age: number;
  /** Shortest round trips, by the age at which they were seen. */
  readonly shortest: readonly { readonly at: number; readonly ms: number }[];
  /** Latest probes while it was not full: were they lost? */
  readonly lost: readonly boolean[];
  readonly isLossy: boolean;
  readonly isFull: boolean;
  /** Windows in a row in which it was full without a doubt. */
  readonly fullFor: number;
  /** What it delivered in its latest full windows, the oldest first. */
  readonly fullBps: readonly number[];
  /** Windows in a row in which its probes did not wait. */
  readonly calmFor: number;
  /** What it delivered when it was full, bit/s; undefined: it never was. */
  readonly capacityBps?: number | undefined;
  /** What it ever delivered for some seconds, bit/s. */
  readonly bestBps: number;
  /** It carries more than was believed, and how much more is not known yet. */
  readonly isSearching: boolean;
  /** Spill-over: part of its share that it gets. */
  readonly pressed: number;
}

export const unknownLine: LineKnown = {
  ...{
    seconds: [],
    age: 0,
    shortest: [],
    lost: [],
    isLossy: false,
    isFull: false,
    fullFor: 0,
    fullBps: [],
    calmFor: 0,
    bestBps: 0,
    isSearching: false,
    pressed: 1,
  },
};

/** What a line delivers in a window: two samples may be bursts from a buffer. */
export interface Delivered {
  /** In the middle of its samples. */
  readonly usualBps: number;
  /** Nearly always when it has enough to do: the second best. */
  readonly fullBps: number;
  /** For a second, and be it out of a buffer. */
  readonly mostBps: number;
  /** At least, in most of its best samples. */
  readonly provenBps: number;
  readonly isPlateau: boolean;
}

export function deliveredBy(all: LineKnown['seconds']): Delivered {
  const seconds = all.slice(-adaptive.window);
  const rates = seconds.map(({ receivedBps }) => receivedBps).sort((a, b) => b - a);
  const [most = 0] = rates;
  const { samples, within } = adaptive.plateau;
  const near = rates.filter(rate => rate >= most * (1 - within)).length;
  return {
    usualBps: rates[Math.floor(rates.length / 2)] ?? 0,
    provenBps: rates[2] ?? 0,
    fullBps: rates[1] ?? 0,
    mostBps: most,
    isPlateau: near >= samples && most >= adaptive.leastBps,
  };
}

/** Heard of one second of a line that can do that much, as far as it is known. */
export function heard(known: LineKnown, { line: _, ...second }: LineSecond, canBps: number): LineKnown {
  const age = known.age + (known.isFull ? adaptive.base.whileFull : 1);
  if (!second.isUp) {
    const { shortest, bestBps, capacityBps } = known;
    return { ...unknownLine, age, shortest, bestBps, capacityBps };
  }
  const trips = second.roundTripsMs.filter(ms => ms !== undefined);
  const shortest = trips.reduce((all, ms) => withTrip(all, age, ms), known.shortest);
  const next = {
    ...known,
    age,
    seconds: [...known.seconds, second].slice(-adaptive.probes.samples),
    shortest: shortest.filter(({ at }, i, all) => age - at <= adaptive.base.seconds || i === all.length - 1),
  };
  // What is lost where others wait, or where much passed in the last seconds, is lost in the queue of a full line.
  const isBusy = next.seconds.some(({ receivedBps }) => receivedBps > canBps * adaptive.loss.idle);
  const losses = isBusy || isQueueing(next) ? [] : second.roundTripsMs.map(ms => ms === undefined);
  return { ...next, lost: [...known.lost, ...losses].slice(-adaptive.loss.leaveProbes) };
}

/** From here on a round trip is longer than without a queue; undefined: nobody has answered yet. */
function limitOf({ shortest }: LineKnown): number | undefined {
  const base = shortest[0]?.ms;
  return base === undefined ? undefined : base + Math.max(adaptive.waiting.ms, base * adaptive.waiting.part);
}

function isQueueing(known: LineKnown): boolean {
  const limit = limitOf(known) ?? Number.POSITIVE_INFINITY;
  const trips = known.seconds.flatMap(({ roundTripsMs }) => roundTripsMs);
  return known.isFull || trips.some(ms => ms !== undefined && ms > limit);
}

/** A later trip that is as short makes longer ones before it worthless. */
const withTrip = (shortest: LineKnown['shortest'], at: number, ms: number): LineKnown['shortest'] => [
  ...shortest.filter(one => one.ms < ms),
  { at, ms },
];

/** What part of its probes waits in a queue, or is lost in one; undefined: nobody was asked. */
function waitingPart(known: LineKnown): number | undefined {
  const limit = limitOf(known);
  const probes = known.seconds.flatMap(({ roundTripsMs }) => roundTripsMs);
  if (limit === undefined || probes.length === 0) return undefined;
  return probes.filter(ms => ms === undefined || ms > limit).length / probes.length;
}

/** After a window: is it full with what it receives? What is full with what it sends tells nothing of what it can receive. */
export function judgedFull(
  known: LineKnown,
): Pick<LineKnown, 'isFull' | 'fullFor' | 'fullBps' | 'calmFor' | 'bestBps'> {
  const { seconds, capacityBps = Number.POSITIVE_INFINITY } = known;
  const { usualBps, fullBps, provenBps, isPlateau } = deliveredBy(seconds);
  const part = waitingPart(known);
  const { enter, leave } = adaptive.probes;
  const isDown = sum(seconds.map(one => one.receivedBps)) >= sum(seconds.map(one => one.sentBps));
  const isEntering = isPlateau && part !== undefined && part > enter;
  const isStaying =
    known.isFull &&
    part !== undefined &&
    part > leave &&
    usualBps >= capacityBps * (1 - adaptive.plateau.within);
  const isFull = seconds.length >= adaptive.window && isDown && (isEntering || isStaying);
  const isCalm = part !== undefined && part <= leave;
  const isSure = isFull && isEntering;
  return {
    isFull,
    fullFor: isSure ? known.fullFor + 1 : 0,
    fullBps: isSure ? [...known.fullBps, fullBps].slice(-adaptive.fall.small) : known.fullBps,
    calmFor: isCalm ? known.calmFor + 1 : 0,
    bestBps: Math.max(known.bestBps, provenBps),
  };
}

/** What share of an idle line's probes is lost; undefined: too few. It takes longer to believe that nothing is lost any more. */
export function lossOf({ lost, isLossy }: LineKnown): number | undefined {
  const { probes, leaveProbes } = adaptive.loss;
  const latest = lost.slice(isLossy ? -leaveProbes : -probes);
  if (latest.length < (isLossy ? leaveProbes : probes)) return undefined;
  return latest.filter(Boolean).length / latest.length;
}

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);
