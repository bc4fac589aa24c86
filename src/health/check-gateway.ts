import type { CheckTiming } from '../rib/index.ts';

/** One checked gateway between two moments. Times are ms of any one monotonic clock. */
export interface CheckState {
  readonly timing: CheckTiming;
  readonly reachable: boolean;
  /** Time-outs in a row. */
  readonly misses: number;
  /** Number of the latest probe; 0 before the first. */
  readonly seq: number;
  /** When the probe in flight was sent; undefined when none is. */
  readonly sentMs?: number | undefined;
  /** When the next probe is due. */
  readonly dueMs: number;
  /** When the last answer came, or the check began. */
  readonly heardMs: number;
}

/** What happens to a check: its wake-up time has come, or the answer to probe `seq` arrived. */
export type CheckEvent = { readonly kind: 'wake' } | { readonly kind: 'reply'; readonly seq: number };

/** What the caller must do. `changed.silentMs`: since the last answer. */
export type CheckEffect =
  | { readonly kind: 'send'; readonly seq: number }
  | { readonly kind: 'changed'; readonly reachable: boolean; readonly silentMs: number };

/** Result of one step; `wakeMs`: when to come back with `wake` if nothing else happens before. */
export interface CheckStep {
  readonly state: CheckState;
  readonly effects: readonly CheckEffect[];
  readonly wakeMs: number;
}

/** A gateway counts as reachable until proved otherwise, as on RouterOS; the first probe is due at once. */
export function startCheck(timing: CheckTiming, nowMs: number): CheckState {
  return { timing, reachable: true, misses: 0, seq: 0, dueMs: nowMs, heardMs: nowMs };
}

/**
 * RouterOS's check-gateway: a probe every `interval`; unanswered for `timeout` it is a miss, `count` misses in
 * a row make the gateway unreachable, one answer makes it reachable (docs/routeros.md#check-gateway). Answers after
 * their timeout do not count. Pure: faster or wiser health can stand beside it and feed `World.unreachable` too.
 */
export function next(state: CheckState, event: CheckEvent, nowMs: number): CheckStep {
  return event.kind === 'reply' ? onReply(state, event.seq, nowMs) : onWake(state, nowMs);
}

function onReply(state: CheckState, seq: number, nowMs: number): CheckStep {
  if (state.sentMs === undefined || seq !== state.seq) return step(state, []);
  const heard = { ...state, reachable: true, misses: 0, sentMs: undefined, heardMs: nowMs };
  const silentMs = nowMs - state.heardMs;
  return step(heard, state.reachable ? [] : [{ kind: 'changed', reachable: true, silentMs }]);
}

/** A timeout is looked at before the next probe: with equal times (v6) the old probe ends as the new one leaves. */
function onWake(state: CheckState, nowMs: number): CheckStep {
  const { state: timed, effects } = expire(state, nowMs);
  if (nowMs < timed.dueMs || timed.sentMs !== undefined) return step(timed, effects);
  const seq = timed.seq + 1;
  const sent = { ...timed, seq, sentMs: nowMs, dueMs: nextDue(timed, nowMs) };
  return step(sent, [...effects, { kind: 'send', seq }]);
}

function expire(state: CheckState, nowMs: number): { state: CheckState; effects: readonly CheckEffect[] } {
  const { sentMs, timing, misses, reachable, heardMs } = state;
  if (sentMs === undefined || nowMs < sentMs + timeoutOf(timing)) return { state, effects: [] };
  const missed = { ...state, sentMs: undefined, misses: misses + 1 };
  if (!reachable || missed.misses < timing.count) return { state: missed, effects: [] };
  const effect = { kind: 'changed', reachable: false, silentMs: nowMs - heardMs } as const;
  return { state: { ...missed, reachable: false }, effects: [effect] };
}

/** Keeps the schedule where the caller was late; intervals that were missed entirely are dropped. */
function nextDue({ dueMs, timing }: CheckState, nowMs: number): number {
  return nowMs - dueMs < timing.interval ? dueMs + timing.interval : nowMs + timing.interval;
}

/** A timeout longer than the interval would let probes overlap; RouterOS allows 1 s at most, we cut at the interval. */
const timeoutOf = ({ timeout, interval }: CheckTiming): number => Math.min(timeout, interval);

function step(state: CheckState, effects: readonly CheckEffect[]): CheckStep {
  const { sentMs, dueMs, timing } = state;
  const wakeMs = sentMs === undefined ? dueMs : sentMs + timeoutOf(timing);
  return { state, effects, wakeMs };
}
