import type { SharedRules } from '../../../compile/index.ts';
import {
  nextShares,
  partsOf,
  restated,
  type SharesState,
  type StatedWeight,
  startShares,
} from '../../../health/index.ts';
import { equal } from '../../../model/index.ts';
import type { CoreEvent } from '../event.ts';
import { reason } from '../reasons.ts';
import type { GatewayState } from '../state.ts';
import { statedRate } from '../stated-rate.ts';
import { because, type Step } from '../transition.ts';
import { followsLines, keptShares, optionsOf } from './kept-shares.ts';
import { shareReasonText } from './reason-text.ts';

/** What every line did in a second; where that makes other shares, the kernel's map is changed. */
export function hearSecond(
  state: GatewayState,
  event: Extract<CoreEvent, { readonly kind: 'second' }>,
): Step {
  const { shares: [shared] = [], router = state.config.router } = state.reached ?? {};
  if (!shared || !followsLines(state.config)) return { state: { ...state, sharing: undefined }, effects: [] };
  const stated = statedByLine(shared, line => statedRate(state.config, router, line)?.download);
  const options = optionsOf(state.config);
  if (state.sharing && !equal(state.sharing.options, options)) return begunAnew(state, stated, event.atMs);
  const before = state.sharing ?? startShares(stated, options);
  const told = equal(before.stated, stated) ? before : restated(before, stated);
  const shares = partsOf(byLine(shared, shared.weights));
  const { state: sharing, reasons } = nextShares({ ...told, shares }, event.lines);
  const after = { ...state, sharing };
  if (!reasons) return kept(after);
  const [why, { atMs }] = [reasons.map(shareReasonText).join(', '), event];
  const next = { ...after, weights: weightsFor(shared, sharing), reshared: { why, atMs } };
  return because(next, { reason: reason('shares', { moves: why }), atMs });
}

/** What is known of lines changes without shares that do: it is written down from time to time. */
function kept(state: GatewayState): Step {
  const isDue = state.sharing !== undefined && state.sharing.seconds % keptEverySeconds === 0;
  if (!isDue || !state.saved) return { state, effects: [] };
  const saved = { ...state.saved, shares: keptShares(state) };
  return { state: { ...state, saved }, effects: [{ kind: 'save', ...saved }] };
}

const keptEverySeconds = 300;

/** Shares that followed the lines in another way: the text's weights are in force again. */
function begunAnew(state: GatewayState, stated: readonly StatedWeight[], atMs: number): Step {
  const next = { ...state, sharing: startShares(stated, optionsOf(state.config)), weights: undefined };
  if (state.weights === undefined) return { state: next, effects: [] };
  return because(next, { reason: reason('otherShares'), atMs });
}

function statedByLine(
  shared: SharedRules,
  limitOf: (line: string) => number | undefined,
): readonly StatedWeight[] {
  return byLine(shared, shared.stated).map(([line, weight]) => {
    const limitBps = limitOf(line);
    return { line, weight, ...(limitBps !== undefined && { limitBps }) };
  });
}

/** Weights of marks as weights of the lines that they lead to. */
function byLine(
  { lines }: SharedRules,
  weights: SharedRules['weights'],
): readonly (readonly [string, number])[] {
  const sums = new Map<string, number>();
  for (const { owner, weight } of weights) {
    const line = lines[owner];
    if (line !== undefined) sums.set(line, (sums.get(line) ?? 0) + weight);
  }
  return [...sums];
}

/** Marks of one line share what it gets as the text has them share it; those of no known line keep the text's part. */
function weightsFor(shared: SharedRules, { shares }: SharesState): Readonly<Record<string, number>> {
  const sums = new Map(byLine(shared, shared.stated));
  const known = [...sums.values()].reduce((sum, one) => sum + one, 0);
  return Object.fromEntries(
    shared.stated.map(({ owner, weight }) => {
      const line = shared.lines[owner];
      if (line === undefined) return [owner, weight / known];
      return [owner, ((shares[line] ?? 0) * weight) / (sums.get(line) ?? weight)];
    }),
  );
}
