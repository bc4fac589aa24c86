import { type Job, planEnd, plannedSeconds } from './job.ts';
import type { BenchEvent } from './run-benches.ts';

/** A worker with a job. */
export interface BusyWorker {
  readonly job: Job;
  readonly startedMs: number;
  readonly fraction: number;
  readonly line: string;
}

/** What is known of a run at one moment; changed by events only. */
export interface ProgressState {
  readonly jobs: readonly Job[];
  readonly workers: readonly (BusyWorker | undefined)[];
  readonly waiting: readonly Job[];
  readonly done: number;
}

export const nothingYet: ProgressState = { jobs: [], workers: [], waiting: [], done: 0 };

const withWorker = (state: ProgressState, worker: number, busy: BusyWorker | undefined): ProgressState => ({
  ...state,
  workers: state.workers.map((one, index) => (index === worker ? busy : one)),
});

/** The state after an event. */
export function advance(state: ProgressState, event: BenchEvent): ProgressState {
  switch (event.type) {
    case 'planned':
      return {
        ...nothingYet,
        jobs: event.jobs,
        waiting: event.jobs,
        workers: Array(event.parallel).fill(undefined),
      };
    case 'started': {
      const busy = { job: event.job, startedMs: event.atMs, fraction: 0, line: '' };
      return withWorker(
        { ...state, waiting: state.waiting.filter(job => job !== event.job) },
        event.worker,
        busy,
      );
    }
    case 'progress': {
      const before = state.workers[event.worker];
      const startedMs = before?.startedMs ?? event.atMs;
      const fraction = Math.max(before?.fraction ?? 0, Math.min(1, event.fraction));
      return withWorker(state, event.worker, { job: event.job, startedMs, fraction, line: event.line });
    }
    case 'ended':
      return withWorker({ ...state, done: state.done + 1 }, event.worker, undefined);
    case 'concluded':
      return state;
  }
}

/** Seconds a busy worker still needs: its plan less what is over, but not less than its own progress says. */
function leftOf({ job, startedMs, fraction }: BusyWorker, nowMs: number): number {
  const planned = plannedSeconds(job);
  return Math.max(planned - (nowMs - startedMs) / 1000, planned * (1 - fraction) * 0.2, 0);
}

/** Seconds until the run ends, if everything takes as long as planned. */
export function secondsLeft(state: ProgressState, nowMs: number): number {
  const busy = state.workers.flatMap(worker => (worker ? [leftOf(worker, nowMs)] : []));
  return planEnd(busy, state.waiting.map(plannedSeconds), Math.max(1, state.workers.length));
}

/** How much of the planned work is done, 0 … 1. */
export function fractionDone(state: ProgressState): number {
  const all = state.jobs.reduce((sum, job) => sum + plannedSeconds(job), 0);
  const waiting = state.waiting.reduce((sum, job) => sum + plannedSeconds(job), 0);
  const busy = state.workers.reduce(
    (sum, worker) => sum + (worker ? plannedSeconds(worker.job) * (1 - worker.fraction) : 0),
    0,
  );
  return all === 0 ? 0 : Math.max(0, 1 - (waiting + busy) / all);
}
