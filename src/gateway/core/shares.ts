import type { SharedRules } from '../../compile/index.ts';
import {
  nextShares,
  type ShareReason,
  type SharesState,
  type StatedWeight,
  startShares,
} from '../../health/index.ts';
import { equal } from '../../model/index.ts';
import type { CoreEvent, RunConfig } from './event.ts';
import type { GatewayState } from './state.ts';
import { because, type Step } from './transition.ts';

/** Does what lines deliver decide about shares? */
export const followsLines = ({ balance, spill }: Pick<RunConfig, 'balance' | 'spill'>): boolean =>
  balance === 'adaptive' || (balance === 'buckets' && spill === true);

/** What every line did in a second; where that makes other shares, the kernel's map is changed. */
export function hearSecond(
  state: GatewayState,
  event: Extract<CoreEvent, { readonly kind: 'second' }>,
): Step {
  const [shared] = state.reached?.shares ?? [];
  if (!shared || !followsLines(state.config)) return { state: { ...state, sharing: undefined }, effects: [] };
  const before = continued(state.sharing, shared, state.config);
  const { state: sharing, reasons } = nextShares(before, event.lines);
  const after = { ...state, sharing };
  if (!reasons) return { state: after, effects: [] };
  const [why, { atMs }] = [reasons.map(shareReasonText).join(', '), event];
  const next = { ...after, weights: weightsFor(shared, sharing), reshared: { why, atMs } };
  return because(next, { reason: `shares: ${why}`, atMs });
}

/** What is known of lines holds as long as the configuration states the same weights for them. */
function continued(
  before: SharesState | undefined,
  shared: SharedRules,
  { balance, spill }: Pick<RunConfig, 'balance' | 'spill'>,
): SharesState {
  const stated = statedByLine(shared);
  const options = { isAdaptive: balance === 'adaptive', spills: spill === true };
  if (before && equal(before.stated, stated) && equal(before.options, options)) return before;
  return startShares(stated, options);
}

function statedByLine({ stated, lines }: SharedRules): readonly StatedWeight[] {
  const sums = new Map<string, number>();
  for (const { owner, weight } of stated) {
    const line = lines[owner];
    if (line !== undefined) sums.set(line, (sums.get(line) ?? 0) + weight);
  }
  return [...sums].map(([line, weight]) => ({ line, weight }));
}

/** Marks of one line share what it gets as the text has them share it. */
function weightsFor(shared: SharedRules, { shares }: SharesState): Readonly<Record<string, number>> {
  const sums = new Map(statedByLine(shared).map(({ line, weight }) => [line, weight]));
  const weights = shared.stated.flatMap(({ owner, weight }) => {
    const line = shared.lines[owner] ?? '';
    const share = shares[line];
    return share === undefined ? [] : [[owner, (share * weight) / (sums.get(line) ?? weight)] as const];
  });
  return Object.fromEntries(weights);
}

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;
const mbps = (bps: number): string => `${(bps / 1e6).toFixed(bps < 1e7 ? 1 : 0)} Mbit/s`;

/** `ether1 50 → 34 % (full with 20 Mbit/s)`. */
function shareReasonText(reason: ShareReason): string {
  const moved = `${reason.line} ${percent(reason.from)} → ${percent(reason.to)}`;
  switch (reason.kind) {
    case 'full':
      return `${moved} (full with ${mbps(reason.deliveredBps)})`;
    case 'carries-more':
      return `${moved} (carries ${mbps(reason.deliveredBps)} and is not full)`;
    case 'spills':
      return `${moved} (full, another line is not)`;
    case 'no-longer-full':
      return `${moved} (no longer full)`;
    case 'lossy':
      return `${moved} (loses ${percent(reason.loss)} of its probes)`;
    case 'others':
      return moved;
  }
}
