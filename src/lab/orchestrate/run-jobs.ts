import { EnvironmentError, monotonicMs } from '../../sys/index.ts';
import type { Language } from '../../text/index.ts';
import { type Job, type JobResult, labOf, longestFirst, plannedSeconds } from './job.ts';
import type { RunnerRequest } from './messages.ts';
import { LabNotUp, type StartRunner, Worker } from './worker.ts';

interface WorkerMoment {
  /** From 0. */
  readonly worker: number;
  readonly job: Job;
  /** ms since the first job was started. */
  readonly atMs: number;
}

/** What happens while jobs run. */
export type WorkerEvent =
  | (WorkerMoment & { readonly type: 'started' })
  | (WorkerMoment & { readonly type: 'progress'; readonly fraction: number; readonly line: string })
  /** `error`: why nothing was measured; undefined where it was. */
  | (WorkerMoment & {
      readonly type: 'ended';
      readonly durationMs: number;
      readonly error?: string | undefined;
    });

export interface RunJobsOptions {
  /** Labs that run at the same time, at most. */
  readonly parallel: number;
  /** Of the lines of progress. */
  readonly language: Language;
  readonly start: StartRunner;
  readonly onEvent: (event: WorkerEvent) => void;
  /** Each job's result as soon as it is there. */
  readonly onResult?: ((result: JobResult) => void) | undefined;
  /** Ends everything; the call then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** A job that takes so much longer than its own plan hangs. */
const limitMs = (job: Job): number => (plannedSeconds(job) * 2 + 30) * 1000;

const requestOf = ({ bench, experiment, part }: Job, language: Language): RunnerRequest => ({
  type: 'part',
  lab: labOf(bench),
  experiment: experiment.name,
  part: part.name,
  language,
});

/** Jobs being run: each worker takes the next waiting job until there is none. */
class JobRun {
  readonly #options: RunJobsOptions;
  readonly #waiting: Job[];
  readonly #workers: readonly Worker[];
  readonly #begin = monotonicMs();
  readonly results: JobResult[] = [];
  /** Benches that did not come up, with the reason: their other parts would only wait for the same. */
  readonly #notUp = new Map<Job['bench'], string>();

  constructor(jobs: readonly Job[], options: RunJobsOptions) {
    this.#options = options;
    this.#waiting = [...longestFirst(jobs)];
    this.#workers = Array.from(
      { length: Math.min(options.parallel, jobs.length) },
      () => new Worker(options.start),
    );
  }

  async finish(): Promise<void> {
    await Promise.all(this.#workers.map((worker, index) => this.#work(worker, index)));
  }

  async stop(): Promise<void> {
    this.#waiting.length = 0;
    await Promise.all(this.#workers.map(worker => worker.close(500)));
  }

  async #work(worker: Worker, index: number): Promise<void> {
    for (let job = this.#waiting.shift(); job; job = this.#waiting.shift()) {
      this.results.push(await this.#run(worker, index, job));
    }
    await worker.close(3000);
  }

  async #run(worker: Worker, index: number, job: Job): Promise<JobResult> {
    const started = this.#now();
    this.#options.onEvent({ type: 'started', worker: index, job, atMs: started });
    const result = await this.#outcome(worker, index, job);
    const atMs = this.#now();
    const durationMs = atMs - started;
    this.#options.onEvent({ type: 'ended', worker: index, job, atMs, durationMs, error: result.error });
    this.#options.onResult?.(result);
    return result;
  }

  async #outcome(worker: Worker, index: number, job: Job): Promise<JobResult> {
    const known = this.#notUp.get(job.bench);
    if (known !== undefined) return { job, error: known };
    try {
      const answer = await worker.request(
        requestOf(job, this.#options.language),
        limitMs(job),
        (fraction, line) =>
          this.#options.onEvent({ type: 'progress', worker: index, job, atMs: this.#now(), fraction, line }),
      );
      if (answer.type === 'outcome') return { job, outcome: answer.outcome };
      return { job, error: `the runner answered ${answer.type}` };
    } catch (error) {
      if (error instanceof EnvironmentError || this.#options.signal?.aborted) throw error;
      if (error instanceof LabNotUp) this.#notUp.set(job.bench, error.message);
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
 * Runs every job once, the longest first, by several workers at a time. A job that fails is a result of its own and
 * does not hinder the others; trouble with the machine (EnvironmentError) ends everything, because all jobs share the machine.
 * Results are in the order of the jobs.
 */
export async function runJobs(jobs: readonly Job[], options: RunJobsOptions): Promise<readonly JobResult[]> {
  const run = new JobRun(jobs, options);
  try {
    await Promise.race([aborted(options.signal), run.finish()]);
  } catch (error) {
    await run.stop();
    throw error;
  }
  return run.results.sort((one, other) => one.job.id - other.job.id);
}
