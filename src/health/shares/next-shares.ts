import {
  deliveredBy,
  heard,
  judgedFull,
  type LineKnown,
  type LineSecond,
  lossOf,
  unknownLine,
} from './line-capacity.ts';
import { adaptive } from './parameters.ts';

// Weights follow what lines deliver. Only a full line shows what it can; an idle one shows nothing and keeps its weight. A line
// that is busy and not full is given more until it is, so that a line that has become faster is found. Pure: a second of every
// line in, weights and reasons out.

/** A line and its weight in the configuration: bit/s where it states rates, else any number. */
export interface StatedWeight {
  readonly line: string;
  readonly weight: number;
}

export interface SharesOptions {
  /** The stated weights are rates in bit/s. */
  readonly areRates?: boolean | undefined;
  /** Weights follow what lines deliver. */
  readonly isAdaptive: boolean;
  /** New connections avoid lines that are full while others are not. */
  readonly spills: boolean;
}

export interface SharesState {
  readonly stated: readonly StatedWeight[];
  readonly options: SharesOptions;
  readonly lines: Readonly<Record<string, LineKnown>>;
  /** bit/s of one unit of the stated weights; undefined: no line has been full yet. */
  readonly scale?: number | undefined;
  /** In force: parts of 1. */
  readonly shares: Readonly<Record<string, number>>;
  readonly seconds: number;
}

/** Why a line's share changes. */
export type ShareReason = { readonly line: string; readonly from: number; readonly to: number } & (
  | { readonly kind: 'full'; readonly deliveredBps: number }
  | { readonly kind: 'carries-more'; readonly deliveredBps: number }
  | { readonly kind: 'spills' }
  | { readonly kind: 'no-longer-full' }
  | { readonly kind: 'lossy'; readonly loss: number }
  /** Its share is what the others leave. */
  | { readonly kind: 'others' }
);

export interface SharesStep {
  readonly state: SharesState;
  /** Undefined: the shares stay as they are. */
  readonly reasons?: readonly ShareReason[] | undefined;
}

export function startShares(stated: readonly StatedWeight[], options: SharesOptions): SharesState {
  const lines = Object.fromEntries(stated.map(({ line }) => [line, unknownLine]));
  const scale = options.areRates === true ? 1 : undefined;
  const state = { stated, options, lines, scale, shares: {}, seconds: 0 };
  return { ...state, shares: sharesOf(state) };
}

/** One second later. */
export function nextShares(before: SharesState, seconds: readonly LineSecond[]): SharesStep {
  const now = before.seconds + 1;
  const known = Object.fromEntries(
    before.stated.map(({ line }) => {
      const own = seconds.find(one => one.line === line);
      const was = before.lines[line] ?? unknownLine;
      return [line, own ? heard(was, own, now) : was];
    }),
  );
  const state = { ...before, lines: known, seconds: now };
  return now % adaptive.window === 0 ? decided(state) : { state };
}

function decided(before: SharesState): SharesStep {
  const judged = Object.fromEntries(
    Object.entries(before.lines).map(([line, known]) => [line, judgedLine(known)]),
  );
  const scale = before.scale ?? firstScale(before, judged);
  const base = { ...before, lines: judged, scale };
  const lines = Object.fromEntries(
    Object.entries(judged).map(([line, known]) => [
      line,
      pressedLine(before.options.isAdaptive ? measured(base, line, known) : known, judged, before.options),
    ]),
  );
  const state = { ...base, lines };
  const shares = sharesOf(state);
  if (!isWorthIt(before.shares, shares)) return { state };
  return { state: { ...state, shares }, reasons: reasonsFor(before, state, shares) };
}

function judgedLine(known: LineKnown): LineKnown {
  const loss = lossOf(known);
  const { enter, leave } = adaptive.loss;
  const isLossy = loss === undefined ? known.isLossy : loss >= (known.isLossy ? leave : enter);
  return { ...known, ...judgedFull(known), isLossy };
}

/** What one unit of weight comes to, by the first line that is full. */
function firstScale({ stated }: SharesState, lines: SharesState['lines']): number | undefined {
  const full = stated.find(
    ({ line, weight }) => weight > 0 && (lines[line]?.fullFor ?? 0) >= adaptive.lowerAfter,
  );
  return full && deliveredBy(lines[full.line]?.seconds ?? []).usualBps / full.weight;
}

/** What is believed of a line: what was measured, or what the configuration says. */
function capacityOf({ stated, scale }: SharesState, line: string, known: LineKnown | undefined): number {
  const weight = stated.find(one => one.line === line)?.weight ?? 0;
  return known?.capacityBps ?? weight * (scale ?? 1);
}

function measured(state: SharesState, line: string, known: LineKnown): LineKnown {
  if (state.scale === undefined) return known;
  const now = capacityOf(state, line, known);
  const isNeeded = Object.entries(state.lines).some(([name, other]) => name !== line && other.isFull);
  const wanted = wantedOf(known, now, isNeeded);
  if (wanted === undefined) return known;
  const { within, part } = adaptive.near;
  const isNear = Math.abs(wanted - now) <= now * within;
  const next = isNear ? now + (wanted - now) * part : wanted;
  return { ...known, capacityBps: Math.min(Math.max(next, now / adaptive.step), now * adaptive.step) };
}

/** Undefined: nothing is learned of it. `isNeeded`: another line is full. */
function wantedOf(known: LineKnown, now: number, isNeeded: boolean): number | undefined {
  const { usualBps, provenBps } = deliveredBy(known.seconds);
  if (known.isFull) return usualBps >= now || known.fullFor >= adaptive.lowerAfter ? usualBps : undefined;
  const mayMore = isNeeded && known.calmFor >= adaptive.calmAfter;
  const guess = Math.min(usualBps / adaptive.busy, now * adaptive.guess);
  const most = mayMore ? Math.max(provenBps, guess) : provenBps;
  return most > now ? most : undefined;
}

/** Spill-over: less and less while it is full and another line is not, then slowly more. */
function pressedLine(known: LineKnown, all: SharesState['lines'], { spills }: SharesOptions): LineKnown {
  if (!spills) return known;
  const { down, up, least, calmAfter } = adaptive.spill;
  const isElsewhere = Object.values(all).some(one => !one.isFull && one.seconds.length > 0);
  const isPressed = known.isFull && isElsewhere;
  // Where every line is full there is nowhere to go.
  const mayComeBack = known.calmFor >= calmAfter || !isElsewhere;
  const back = mayComeBack ? Math.min(1, known.pressed + up) : known.pressed;
  const pressed = isPressed ? Math.max(least, known.pressed * down) : back;
  return { ...known, pressed };
}

/** Parts of 1; a line that is down keeps its part: who moves its connections is another matter. */
function sharesOf(state: SharesState): Readonly<Record<string, number>> {
  const weights = state.stated.map(({ line }) => {
    const known = state.lines[line];
    const factor = (known?.pressed ?? 1) * (known?.isLossy ? adaptive.loss.factor : 1);
    return [line, capacityOf(state, line, known) * factor] as const;
  });
  const total = sum(weights);
  if (total <= 0) return Object.fromEntries(weights);
  const floored = weights.map(([line, weight]) => {
    return [line, weight > 0 ? Math.max(adaptive.leastShare, weight / total) : 0] as const;
  });
  const all = sum(floored);
  return Object.fromEntries(floored.map(([line, share]) => [line, share / all]));
}

const sum = (pairs: readonly (readonly [string, number])[]): number =>
  pairs.reduce((all, [, value]) => all + value, 0);

function isWorthIt(before: SharesState['shares'], after: SharesState['shares']): boolean {
  const { share, part } = adaptive.deadBand;
  return Object.entries(after).some(([line, now]) => {
    const was = before[line] ?? 0;
    return Math.abs(now - was) >= Math.max(share, was * part);
  });
}

function reasonsFor(
  before: SharesState,
  { lines }: SharesState,
  shares: SharesState['shares'],
): readonly ShareReason[] {
  return Object.entries(shares).flatMap(([line, to]): ShareReason[] => {
    const [from, was, now] = [before.shares[line] ?? 0, before.lines[line], lines[line]];
    if (Math.abs(to - from) < adaptive.deadBand.share / 2 || !was || !now) return [];
    return [{ line, from, to, ...causeOf(was, now, to > from) }];
  });
}

type Cause = ShareReason extends infer R
  ? R extends ShareReason
    ? Omit<R, 'line' | 'from' | 'to'>
    : never
  : never;

function causeOf(was: LineKnown, now: LineKnown, isMore: boolean): Cause {
  const { usualBps: deliveredBps } = deliveredBy(now.seconds);
  if (now.isLossy !== was.isLossy && now.isLossy !== isMore) {
    return now.isLossy ? { kind: 'lossy', loss: lossOf(now) ?? 0 } : { kind: 'no-longer-full' };
  }
  if (!isMore && now.isFull && now.pressed < was.pressed) return { kind: 'spills' };
  if (isMore && now.pressed > was.pressed) return { kind: 'no-longer-full' };
  if (now.capacityBps !== undefined && now.capacityBps !== was.capacityBps) {
    const isRaised = now.capacityBps > (was.capacityBps ?? 0);
    if (now.isFull) return { kind: 'full', deliveredBps };
    if (isRaised && isMore) return { kind: 'carries-more', deliveredBps };
  }
  return { kind: 'others' };
}
