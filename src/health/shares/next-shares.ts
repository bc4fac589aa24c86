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
import { areRates, believedBps, partsOf, type SharesOptions, type SharesState } from './shares-state.ts';

// Weights follow what lines deliver. Only a full line shows what it can; an idle one shows nothing and keeps its weight. A line
// that is busy and not full is given more until it is, so that a line that has become faster is found. Pure: a second of every
// line in, weights and reasons out.

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

/** One second later. */
export function nextShares(before: SharesState, seconds: readonly LineSecond[]): SharesStep {
  const now = before.seconds + 1;
  const known = Object.fromEntries(
    before.stated.map(({ line }) => {
      const own = seconds.find(one => one.line === line);
      const was = before.lines[line] ?? unknownLine;
      const canBps = before.scale === undefined ? Number.POSITIVE_INFINITY : believedBps(before, line, was);
      return [line, own ? heard(was, own, canBps) : was];
    }),
  );
  const state = { ...before, lines: known, seconds: now };
  return now % adaptive.window === 0 ? decided(state) : { state };
}

function decided(before: SharesState): SharesStep {
  const judged = Object.fromEntries(
    Object.entries(before.lines).map(([line, known]) => [line, judgedLine(known)]),
  );
  const base = before.scale === undefined ? scaled(before, judged) : { ...before, lines: judged };
  const { scale } = base;
  const raise = before.options.isAdaptive ? raiseOf(base) : undefined;
  const lines = Object.fromEntries(
    Object.entries(base.lines).map(([line, known]) => [
      line,
      pressedLine(before.options.isAdaptive ? measured(base, line, known) : known, judged, before.options),
    ]),
  );
  const state = { ...base, lines, scale: raise?.scale ?? scale };
  const shares = sharesOf(state);
  if (!isWorthIt(before.shares, shares)) return { state };
  return {
    state: { ...state, shares },
    reasons: reasonsFor(before, { ...state, raisedBy: raise?.line }, shares),
  };
}

function judgedLine(known: LineKnown): LineKnown {
  const loss = lossOf(known);
  const { enter, leave } = adaptive.loss;
  const isLossy = loss === undefined ? known.isLossy : loss >= (known.isLossy ? leave : enter);
  // What was before it began to lose says nothing of when it ends.
  const lost = isLossy && !known.isLossy ? known.lost.slice(-adaptive.loss.probes) : known.lost;
  return { ...known, ...judgedFull(known), isLossy, lost };
}

/**
 * The first line is full: a unit of weight comes to the most that was ever delivered for one. Where a line delivered more than it can
 * now, it has become slower, and the others are what they were said to be beside it then.
 */
function scaled(before: SharesState, judged: SharesState['lines']): SharesState {
  const weighed = before.stated.filter(({ weight }) => weight > 0);
  const full = weighed.filter(({ line }) => (judged[line]?.fullFor ?? 0) >= adaptive.fall.large);
  if (full.length === 0) return { ...before, lines: judged };
  const measured = full.map(({ line }) => {
    const known = judged[line] ?? unknownLine;
    return [line, { ...known, capacityBps: Math.max(...known.fullBps.slice(-adaptive.fall.large)) }] as const;
  });
  const lines = { ...judged, ...Object.fromEntries(measured) };
  const units = weighed.map(({ line, weight }) => {
    const { bestBps = 0, capacityBps = 0 } = lines[line] ?? {};
    return Math.max(bestBps, capacityBps) / weight;
  });
  return {
    ...{ ...before, scale: Math.max(...units) },
    lines: before.options.isAdaptive ? lines : judged,
  };
}

function measured(state: SharesState, line: string, known: LineKnown): LineKnown {
  if (state.scale === undefined) return known;
  const { isSearching, nextBps } = learned(state, line, known);
  const searching = { ...known, isSearching };
  return nextBps === undefined || isGuessed(state, known)
    ? searching
    : { ...searching, capacityBps: nextBps };
}

interface Raise {
  /** It shows that a unit of weight comes to more. */
  readonly line: string;
  readonly scale: number;
}

/**
 * A line of which nothing but its weight is known carries more than that comes to: then so may all others of which no more is known.
 * What the text says of them among each other stays.
 */
function raiseOf(state: SharesState): Raise | undefined {
  const raises = state.stated.flatMap(({ line, weight }): Raise[] => {
    const known = state.lines[line];
    if (!known || state.scale === undefined || weight <= 0 || !isGuessed(state, known)) return [];
    const { nextBps } = learned(state, line, known);
    return nextBps === undefined ? [] : [{ line, scale: nextBps / weight }];
  });
  return raises.sort((a, b) => b.scale - a.scale)[0];
}

const isGuessed = ({ stated }: SharesState, { capacityBps, isFull }: LineKnown): boolean =>
  capacityBps === undefined && !isFull && !areRates(stated);

interface Learned {
  readonly isSearching: boolean;
  /** What is believed of it after this window; undefined: the same as before. */
  readonly nextBps?: number | undefined;
}

function learned(state: SharesState, line: string, known: LineKnown): Learned {
  const now = believedBps(state, line, known);
  const isFaster = known.isSearching || deliveredBy(known.seconds).mostBps > now * adaptive.search.from;
  const isSearching = isFaster && !known.isFull;
  const isNeeded = Object.entries(state.lines).some(([name, other]) => name !== line && other.isFull);
  const { limitBps } = state.stated.find(one => one.line === line) ?? {};
  const wanted = wantedOf({ ...known, isSearching }, now, { isNeeded, limitBps });
  if (wanted === undefined) return { isSearching };
  const { within, part } = adaptive.near;
  const isNear = Math.abs(wanted - now) <= now * within;
  const next = isNear ? now + (wanted - now) * part : wanted;
  return { isSearching, nextBps: Math.min(Math.max(next, now / adaptive.step), now * adaptive.step) };
}

interface Guessing {
  /** Another line is full. */
  readonly isNeeded: boolean;
  readonly limitBps?: number | undefined;
}

/** Undefined: nothing is learned of it. Nothing is guessed beyond what is said to be its limit. */
function wantedOf(
  known: LineKnown,
  now: number,
  { isNeeded, limitBps = Number.POSITIVE_INFINITY }: Guessing,
): number | undefined {
  const { usualBps, provenBps } = deliveredBy(known.seconds);
  if (known.isFull) return fullWith(known, now);
  const { guess: slow, search, busy, calmAfter } = adaptive;
  const mayMore = isNeeded && (known.isSearching || known.calmFor >= calmAfter);
  // Where few fetch little at a time it is idle between them: what it carried in some of the seconds says more than the usual one.
  const guess = known.isSearching
    ? Math.min(Math.max(usualBps / search.busy, twiceBps(known)), now * search.guess)
    : Math.min(usualBps / busy, now * slow);
  const most = mayMore ? Math.max(provenBps, Math.min(guess, limitBps)) : provenBps;
  return most > now ? most : undefined;
}

/** What it carried in two of its latest seconds, of which one may be out of a buffer. */
function twiceBps({ seconds }: LineKnown): number {
  const [, second = 0] = seconds.map(({ receivedBps }) => receivedBps).sort((a, b) => b - a);
  return second;
}

/** What a full line can: more is believed at once, much less after some windows in a row, a little less after more of them. */
function fullWith({ seconds, fullBps, fullFor }: LineKnown, now: number): number | undefined {
  const { fullBps: last } = deliveredBy(seconds);
  if (last >= now) return last;
  const { large, small } = adaptive.fall;
  const inRow = Math.max(...fullBps.slice(-large));
  if (fullFor >= large && inRow < now * (1 - adaptive.near.within)) return inRow;
  const all = Math.max(...fullBps);
  return fullBps.length >= small && all < now ? all : undefined;
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
    return [line, believedBps(state, line, known) * factor] as const;
  });
  const parts = Object.entries(partsOf(weights));
  return partsOf(parts.map(([line, part]) => [line, part > 0 ? Math.max(adaptive.leastShare, part) : 0]));
}

function isWorthIt(before: SharesState['shares'], after: SharesState['shares']): boolean {
  const { share, part } = adaptive.deadBand;
  return Object.entries(after).some(([line, now]) => {
    const was = before[line] ?? 0;
    return Math.abs(now - was) >= Math.max(share, was * part);
  });
}

function reasonsFor(
  before: SharesState,
  { lines, raisedBy }: SharesState & { readonly raisedBy?: string | undefined },
  shares: SharesState['shares'],
): readonly ShareReason[] {
  return Object.entries(shares).flatMap(([line, to]): ShareReason[] => {
    const [from, was, now] = [before.shares[line] ?? 0, before.lines[line], lines[line]];
    if (Math.abs(to - from) < adaptive.deadBand.share / 2 || !was || !now) return [];
    const isMore = to > from;
    const cause = line === raisedBy && isMore ? carriesMore(now) : causeOf(was, now, isMore);
    return [{ line, from, to, ...cause }];
  });
}

type Cause = ShareReason extends infer R
  ? R extends ShareReason
    ? Omit<R, 'line' | 'from' | 'to'>
    : never
  : never;

const carriesMore = ({ seconds }: LineKnown): Cause => ({
  kind: 'carries-more',
  deliveredBps: deliveredBy(seconds).fullBps,
});

function causeOf(was: LineKnown, now: LineKnown, isMore: boolean): Cause {
  const { fullBps: deliveredBps } = deliveredBy(now.seconds);
  if (now.isLossy !== was.isLossy && now.isLossy !== isMore) {
    return now.isLossy ? { kind: 'lossy', loss: lossOf(now) ?? 0 } : { kind: 'no-longer-full' };
  }
  if (!isMore && now.isFull && now.pressed < was.pressed) return { kind: 'spills' };
  if (isMore && now.pressed > was.pressed) return { kind: 'no-longer-full' };
  if (now.capacityBps !== undefined && now.capacityBps !== was.capacityBps) {
    const isRaised = now.capacityBps > (was.capacityBps ?? 0);
    if (now.isFull) return { kind: 'full', deliveredBps };
    if (isRaised && isMore) return carriesMore(now);
  }
  return { kind: 'others' };
}
