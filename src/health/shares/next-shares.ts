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
import { believedBps, partsOf, type SharesOptions, type SharesState } from './shares-state.ts';

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
  return full && deliveredBy(lines[full.line]?.seconds ?? []).fullBps / full.weight;
}

function measured(state: SharesState, line: string, known: LineKnown): LineKnown {
  if (state.scale === undefined) return known;
  const now = believedBps(state, line, known);
  const isFaster = known.isSearching || deliveredBy(known.seconds).mostBps > now * adaptive.search.from;
  const searching = { ...known, isSearching: isFaster && !known.isFull };
  const isNeeded = Object.entries(state.lines).some(([name, other]) => name !== line && other.isFull);
  const { limitBps } = state.stated.find(one => one.line === line) ?? {};
  const wanted = wantedOf(searching, now, { isNeeded, limitBps });
  if (wanted === undefined) return searching;
  const { within, part } = adaptive.near;
  const isNear = Math.abs(wanted - now) <= now * within;
  const next = isNear ? now + (wanted - now) * part : wanted;
  const capacityBps = Math.min(Math.max(next, now / adaptive.step), now * adaptive.step);
  return { ...searching, capacityBps };
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
  const { usualBps, provenBps, fullBps } = deliveredBy(known.seconds);
  if (known.isFull) return fullBps >= now || known.fullFor >= adaptive.lowerAfter ? fullBps : undefined;
  const { guess: slow, search, busy, calmAfter } = adaptive;
  const mayMore = isNeeded && (known.isSearching || known.calmFor >= calmAfter);
  const guess = known.isSearching
    ? Math.min(usualBps / search.busy, now * search.guess)
    : Math.min(usualBps / busy, now * slow);
  const most = mayMore ? Math.max(provenBps, Math.min(guess, limitBps)) : provenBps;
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
  const { fullBps: deliveredBps } = deliveredBy(now.seconds);
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
