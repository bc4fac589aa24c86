import { EnvironmentError, monotonicMs } from '../../sys/index.ts';
import { type Job, type JobResult, longestFirst, plannedSeconds } from './job.ts';
import { Lane, type StartRunner } from './lane.ts';
import type { RunnerOrder } from './messages.ts';

interface LaneMoment {
  /** From 0. */
  readonly lane: number;
  readonly job: Job;
  /** ms since the first job was started. */
  readonly atMs: number;
}

/** What happens while jobs run. */
export type LaneEvent =
  | (LaneMoment & { readonly type: 'started' })
  | (LaneMoment & { readonly type: 'progress'; readonly fraction: number; readonly line: string })
  /** `error`: why it brought nothing; undefined where it did. */
  | (LaneMoment & {
      readonly type: 'ended';
      readonly durationMs: number;
      readonly error?: string | undefined;
    });

export interface RunJobsOptions {
  readonly lanes: number;
  readonly start: StartRunner;
  readonly onEvent: (event: LaneEvent) => void;
  /** Each job's result as soon as it is there. */
  readonly onResult?: ((result: JobResult) => void) | undefined;
  /** Ends everything; the call then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** A job that takes so much longer than its own plan hangs. */
const limitMs = (job: Job): number => (plannedSeconds(job) * 2 + 30) * 1000;

const orderOf = ({ bench, experiment, part }: Job): RunnerOrder => ({
  type: 'part',
  lab: { topology: bench.topology, config: bench.config },
  experiment: experiment.name,
  part: part.name,
});

/** Jobs being run: one worker for each lane takes the next waiting job until there is none. */
class LaneRun {
  readonly #options: RunJobsOptions;
  readonly #waiting: Job[];
  readonly #lanes: readonly Lane[];
  readonly #begin = monotonicMs();
  readonly results: JobResult[] = [];

  constructor(jobs: readonly Job[], options: RunJobsOptions) {
    this.#options = options;
    this.#waiting = [...longestFirst(jobs)];
    this.#lanes = Array.from({ length: Math.min(options.lanes, jobs.length) }, () => new Lane(options.start));
  }

  async finish(): Promise<void> {
    await Promise.all(this.#lanes.map((lane, index) => this.#work(lane, index)));
  }

  async stop(): Promise<void> {
    this.#waiting.length = 0;
    await Promise.all(this.#lanes.map(lane => lane.close(500)));
  }

  async #work(lane: Lane, index: number): Promise<void> {
    for (let job = this.#waiting.shift(); job; job = this.#waiting.shift()) {
      this.results.push(await this.#run(lane, index, job));
    }
    await lane.close(3000);
  }

  async #run(lane: Lane, index: number, job: Job): Promise<JobResult> {
    const started = this.#now();
    this.#options.onEvent({ type: 'started', lane: index, job, atMs: started });
    const result = await this.#outcome(lane, index, job);
    const atMs = this.#now();
    const durationMs = atMs - started;
    this.#options.onEvent({ type: 'ended', lane: index, job, atMs, durationMs, error: result.error });
    this.#options.onResult?.(result);
    return result;
  }

  async #outcome(lane: Lane, index: number, job: Job): Promise<JobResult> {
    try {
      const answer = await lane.give(orderOf(job), limitMs(job), (fraction, line) =>
        this.#options.onEvent({ type: 'progress', lane: index, job, atMs: this.#now(), fraction, line }),
      );
      if (answer.type === 'outcome') return { job, outcome: answer.outcome };
      return { job, error: `the runner answered ${answer.type}` };
    } catch (error) {
      if (error instanceof EnvironmentError || this.#options.signal?.aborted) throw error;
      return { job, error: error instanceof Error ? error.message : String(error) };
    }
  }

  #now(): number {
    return monotonicMs() - this.#begin;
  }
}

/** Rejects when the signal fires, with its reason; never resolves. */
function aborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    if (signal?.aborted) reject(signal.reason);
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

/**
 * Runs every job once, the longest first, on several lanes at a time. A job that fails is a result of its own and
 * hinders nobody; trouble with the machine (EnvironmentError) ends everything, because all jobs share the machine.
 * Results are in the order of the jobs.
 */
export async function runJobs(jobs: readonly Job[], options: RunJobsOptions): Promise<readonly JobResult[]> {
  const run = new LaneRun(jobs, options);
  try {
    await Promise.race([aborted(options.signal), run.finish()]);
  } catch (error) {
    await run.stop();
    throw error;
  }
  return run.results.sort((one, other) => one.job.id - other.job.id);
}
