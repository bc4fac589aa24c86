import type { HostLimits, HostTiming } from './host-check.ts';

/** A round of probes that is under way. Times are ms of any one monotonic clock. */
interface Round {
  readonly startMs: number;
  /** Number of its first probe. */
  readonly first: number;
  readonly sent: number;
  /** When the last one was sent. */
  readonly lastMs: number;
  /** Round trips of those that were answered, by number. */
  readonly answers: ReadonlyMap<number, number>;
}

/** One host between two moments. */
export interface HostState {
  readonly timing: HostTiming;
  /** Undefined: no round has ended yet. */
  readonly status?: 'up' | 'down' | undefined;
  /** Number of the latest probe; 0 before the first. */
  readonly seq: number;
  readonly round?: Round | undefined;
  /** When the next round is due. */
  readonly dueMs: number;
}

export type HostEvent =
  | { readonly kind: 'wake' }
  | { readonly kind: 'reply'; readonly seq: number; readonly rttMs: number };

export type HostEffect =
  | { readonly kind: 'send'; readonly seq: number }
  | { readonly kind: 'changed'; readonly status: 'up' | 'down' };

/** `wakeMs`: when to come back with `wake` if nothing else happens before. */
export interface HostStep {
  readonly state: HostState;
  readonly effects: readonly HostEffect[];
  readonly wakeMs: number;
}

/** A host of which nothing is known: its first status is news, whatever it is (docs/routeros.md#netwatch). */
export function startHost(timing: HostTiming, nowMs: number): HostState {
  return { timing, seq: 0, dueMs: nowMs + timing.delay };
}

/** What a host that is asked does next. Pure. */
export function nextHost(state: HostState, event: HostEvent, nowMs: number): HostStep {
  return event.kind === 'reply' ? onReply(state, event.seq, event.rttMs) : onWake(state, nowMs);
}

function onReply(state: HostState, seq: number, rttMs: number): HostStep {
  const { round, timing } = state;
  const isOfRound = round && seq >= round.first && seq < round.first + round.sent;
  if (!isOfRound || rttMs > timing.timeout) return rest(state);
  const answers = new Map([...round.answers, [seq, rttMs]]);
  const heard = { ...state, round: { ...round, answers } };
  return answers.size === timing.packets ? judged(heard, heard.round) : rest(heard);
}

function onWake(state: HostState, nowMs: number): HostStep {
  const { round, timing } = state;
  if (!round) return nowMs < state.dueMs ? rest(state) : sent(begun(state, nowMs), nowMs);
  if (round.sent < timing.packets)
    return nowMs < round.startMs + round.sent * timing.spacing
      ? rest(state)
      : sent({ ...state, round }, nowMs);
  return nowMs < round.lastMs + timing.timeout ? rest(state) : judged(state, round);
}

interface Busy extends HostState {
  readonly round: Round;
}

/** Keeps the schedule where the caller was late; rounds that were missed entirely are dropped. */
function begun(state: HostState, nowMs: number): Busy {
  const { dueMs, timing, seq } = state;
  const next = nowMs - dueMs < timing.interval ? dueMs + timing.interval : nowMs + timing.interval;
  const round = { startMs: nowMs, first: seq + 1, sent: 0, lastMs: nowMs, answers: new Map() };
  return { ...state, dueMs: next, round };
}

function sent(state: Busy, nowMs: number): HostStep {
  const seq = state.seq + 1;
  const round = { ...state.round, sent: state.round.sent + 1, lastMs: nowMs };
  return rest({ ...state, seq, round }, [{ kind: 'send', seq }]);
}

/** The round is over: its host is up or down. */
function judged(state: HostState, { answers }: Round): HostStep {
  const { limits, packets } = state.timing;
  const status = isGood([...answers.values()], packets, limits) ? 'up' : 'down';
  const changed = status === state.status ? [] : [{ kind: 'changed', status } as const];
  return rest({ ...state, status, round: undefined }, changed);
}

function isGood(trips: readonly number[], packets: number, limits: HostLimits): boolean {
  const lost = packets - trips.length;
  if (trips.length === 0 || (lost * 100) / packets > limits.lossPercent) return false;
  const longest = Math.max(...trips);
  const average = trips.reduce((sum, trip) => sum + trip, 0) / trips.length;
  const deviation = Math.sqrt(trips.reduce((sum, trip) => sum + (trip - average) ** 2, 0) / trips.length);
  const within = (value: number, limit: number | undefined) => limit === undefined || value <= limit;
  return (
    within(lost, limits.lossCount) &&
    within(average, limits.average) &&
    within(longest, limits.longest) &&
    within(longest - Math.min(...trips), limits.jitter) &&
    within(deviation, limits.deviation)
  );
}

function rest(state: HostState, effects: readonly HostEffect[] = []): HostStep {
  const { round, timing, dueMs } = state;
  if (!round) return { state, effects, wakeMs: dueMs };
  const isSending = round.sent < timing.packets;
  const wakeMs = isSending ? round.startMs + round.sent * timing.spacing : round.lastMs + timing.timeout;
  return { state, effects, wakeMs };
}
