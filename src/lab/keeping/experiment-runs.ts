import type { Language } from '../../text/index.ts';
import { type Experiment, experiments } from '../experiments/index.ts';
import type { KeptExperiment, KeptRun } from '../kept/index.ts';
import {
  advance,
  type Bench,
  type BenchEvent,
  fractionDone,
  nothingYet,
  type ProgressState,
  plannedSeconds,
  runBenches,
  secondsLeft,
  startLabRunner,
  triedOn,
} from '../orchestrate/index.ts';
import { type PlainResult, plainResult } from '../report/index.ts';

type Begun = Pick<KeptRun, 'experiment' | 'title' | 'startedAt'>;
/** What a run came to. */
type End = Pick<KeptRun, 'state' | 'why' | 'verdict'>;

/**
 * Experiments on the bench that a lab is kept of, one at a time. Each has fresh labs beside the one that is kept, so that what is
 * broken there plays no part in what is measured.
 */
export class ExperimentRuns {
  readonly #bench: Bench;
  readonly #parallel: number;
  #begun: Begun | undefined;
  #beganMs = 0;
  #end: End = { state: 'done' };
  #progress: ProgressState = nothingYet;
  #result: PlainResult | undefined;
  #stop: AbortController | undefined;
  #running: Promise<void> = Promise.resolve();

  constructor(bench: Bench, parallel: number) {
    this.#bench = bench;
    this.#parallel = parallel;
  }

  /** What can be tried on it, and how long that is planned to take. */
  list(language: Language): readonly KeptExperiment[] {
    return triedOn(this.#bench, experiments).map(one => {
      const parts = one.parts(this.#bench.topology, language);
      const seconds = planned(this.#bench, one, this.#parallel, language);
      return { name: one.name, title: one.title(language), parts: parts.length, seconds };
    });
  }

  /** Throws RangeError where it cannot be begun. */
  begin(name: string, language: Language): void {
    const experiment = triedOn(this.#bench, experiments).find(one => one.name === name);
    if (!experiment) throw new RangeError(`there is no experiment ${name} on this bench`);
    if (this.#stop)
      throw new RangeError(`${this.#begun?.title} runs already, and experiments run one at a time`);
    this.#begun = {
      experiment: name,
      title: experiment.title(language),
      startedAt: new Date().toISOString(),
    };
    this.#beganMs = performance.now();
    this.#progress = nothingYet;
    this.#result = undefined;
    const stop = new AbortController();
    this.#stop = stop;
    this.#running = this.#run(experiment, language, stop.signal);
  }

  /** Resolves when nothing of it is left. */
  async cancel(): Promise<void> {
    this.#stop?.abort(new Error('cancelled'));
    await this.#running;
  }

  /** Undefined: none was begun. */
  get state(): KeptRun | undefined {
    if (!this.#begun) return undefined;
    const { jobs, done, workers } = this.#progress;
    const sinceMs = performance.now() - this.#beganMs;
    return {
      ...this.#begun,
      ...(this.#stop ? { state: 'running' as const } : this.#end),
      fraction: this.#stop ? fractionDone(this.#progress) : 1,
      leftMs: this.#stop ? Math.ceil(secondsLeft(this.#progress, sinceMs)) * 1000 : 0,
      parts: { done, all: jobs.length },
      now: workers.flatMap(one => (one ? [{ title: one.job.part.title, line: one.line }] : [])),
    };
  }

  /** Of the last run that was finished. */
  get result(): PlainResult | undefined {
    return this.#result;
  }

  async #run(experiment: Experiment, language: Language, signal: AbortSignal): Promise<void> {
    const onEvent = (event: BenchEvent): void => {
      this.#progress = advance(this.#progress, event);
    };
    const options = { parallel: this.#parallel, repeat: 1, language, start: startLabRunner };
    try {
      const [report] = await runBenches([this.#bench], {
        ...options,
        experiments: [experiment],
        onEvent,
        signal,
      });
      const [found] = report?.experiments ?? [];
      this.#result = found && plainResult(found);
      this.#end = { state: 'done', verdict: found?.verdict };
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      this.#end = signal.aborted ? { state: 'cancelled' } : { state: 'failed', why };
    } finally {
      this.#stop = undefined;
    }
  }
}

/** About how long it takes, s. */
function planned(bench: Bench, experiment: Experiment, parallel: number, language: Language): number {
  const parts = experiment.parts(bench.topology, language);
  const jobs = parts.map((part, id) => ({ id, bench, experiment, part, run: { index: 1, of: 1 } }));
  const state = {
    ...nothingYet,
    jobs,
    waiting: jobs,
    workers: Array<undefined>(Math.min(parallel, jobs.length)),
  };
  return jobs.length === 0 ? 0 : Math.max(...jobs.map(plannedSeconds), secondsLeft(state, 0));
}
