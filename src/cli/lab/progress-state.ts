import { type BenchEvent, type Job, planEnd, plannedSeconds } from '../../lab/index.ts';

/** A lane that works. */
export interface BusyLane {
  readonly job: Job;
  readonly startedMs: number;
  readonly fraction: number;
  readonly line: string;
}

/** What is known of a run at one moment; changed by events only. */
export interface ProgressState {
  readonly jobs: readonly Job[];
  readonly lanes: readonly (BusyLane | undefined)[];
  readonly waiting: readonly Job[];
  readonly done: number;
}

export const nothingYet: ProgressState = { jobs: [], lanes: [], waiting: [], done: 0 };

const withLane = (state: ProgressState, lane: number, busy: BusyLane | undefined): ProgressState => ({
  ...state,
  lanes: state.lanes.map((one, index) => (index === lane ? busy : one)),
});

/** The state after an event. */
export function advance(state: ProgressState, event: BenchEvent): ProgressState {
  switch (event.type) {
    case 'planned':
      return {
        ...nothingYet,
        jobs: event.jobs,
        waiting: event.jobs,
        lanes: Array(event.lanes).fill(undefined),
      };
    case 'started': {
      const busy = { job: event.job, startedMs: event.atMs, fraction: 0, line: '' };
      return withLane(
        { ...state, waiting: state.waiting.filter(job => job !== event.job) },
        event.lane,
        busy,
      );
    }
    case 'progress': {
      const before = state.lanes[event.lane];
      const startedMs = before?.startedMs ?? event.atMs;
      const fraction = Math.max(before?.fraction ?? 0, Math.min(1, event.fraction));
      return withLane(state, event.lane, { job: event.job, startedMs, fraction, line: event.line });
    }
    case 'ended':
      return withLane({ ...state, done: state.done + 1 }, event.lane, undefined);
    case 'concluded':
      return state;
  }
}

/** Seconds a busy lane still needs: its plan less what is over, but not less than its own progress says. */
function leftOf({ job, startedMs, fraction }: BusyLane, nowMs: number): number {
  const planned = plannedSeconds(job);
  return Math.max(planned - (nowMs - startedMs) / 1000, planned * (1 - fraction) * 0.2, 0);
}

/** Seconds until the run ends, if everything takes as long as planned. */
export function secondsLeft(state: ProgressState, nowMs: number): number {
  const busy = state.lanes.flatMap(lane => (lane ? [leftOf(lane, nowMs)] : []));
  return planEnd(busy, state.waiting.map(plannedSeconds), Math.max(1, state.lanes.length));
}

/** How much of the planned work is done, 0 … 1. */
export function fractionDone(state: ProgressState): number {
  const all = state.jobs.reduce((sum, job) => sum + plannedSeconds(job), 0);
  const waiting = state.waiting.reduce((sum, job) => sum + plannedSeconds(job), 0);
  const busy = state.lanes.reduce(
    (sum, lane) => sum + (lane ? plannedSeconds(lane.job) * (1 - lane.fraction) : 0),
    0,
  );
  return all === 0 ? 0 : Math.max(0, 1 - (waiting + busy) / all);
}
