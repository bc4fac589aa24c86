import { EnvironmentError, monotonicMs } from '../../sys/index.ts';
import type { Experiment } from '../experiments/index.ts';
import type { ExperimentResult } from '../experiments/result.ts';
import { headlineOf } from '../report/headline.ts';
import type { LabReport } from '../report/report.ts';
import { conclude } from './conclude.ts';
import { type Bench, type Job, type JobResult, jobsOf } from './job.ts';
import { Lane, type StartRunner } from './lane.ts';
import type { Survey } from './messages.ts';
import { readEnvironment } from './read-environment.ts';
import { type LaneEvent, runJobs } from './run-jobs.ts';

/** What a face hears while benches run. */
export type BenchEvent =
  | { readonly type: 'planned'; readonly jobs: readonly Job[]; readonly lanes: number }
  | { readonly type: 'concluded'; readonly bench: Bench; readonly result: ExperimentResult }
  | LaneEvent;

export interface RunBenchesOptions {
  /** In the order of the report. */
  readonly experiments: readonly Experiment[];
  readonly lanes: number;
  readonly start: StartRunner;
  readonly onEvent: (event: BenchEvent) => void;
  readonly signal?: AbortSignal | undefined;
}

/** Judges each experiment as soon as its last part has ended. */
class Judge {
  readonly #jobs: readonly Job[];
  readonly #ended = new Map<Job, JobResult>();
  readonly #results = new Map<Bench, ExperimentResult[]>();
  readonly #onEvent: RunBenchesOptions['onEvent'];

  constructor(jobs: readonly Job[], onEvent: RunBenchesOptions['onEvent']) {
    this.#jobs = jobs;
    this.#onEvent = onEvent;
  }

  hear(result: JobResult): void {
    this.#ended.set(result.job, result);
    const { bench, experiment } = result.job;
    const mine = this.#jobs.filter(job => job.bench === bench && job.experiment === experiment);
    const results = mine.flatMap(job => this.#ended.get(job) ?? []);
    if (results.length < mine.length) return;
    const concluded = conclude(experiment, bench.topology, results);
    this.#results.set(bench, [...(this.#results.get(bench) ?? []), concluded]);
    this.#onEvent({ type: 'concluded', bench, result: concluded });
  }

  /** In the order of the report. */
  of(bench: Bench, experiments: readonly Experiment[]): readonly ExperimentResult[] {
    const results = this.#results.get(bench) ?? [];
    return experiments.flatMap(({ name }) => results.find(result => result.name === name) ?? []);
  }
}

const surveyLimitMs = 30_000;

/** What the machine lacks and how exact its emulation is. A survey that fails is itself a finding, not an end. */
async function survey(bench: Bench, start: StartRunner): Promise<Survey> {
  const lane = new Lane(start);
  const lab = { topology: bench.topology, config: bench.config };
  try {
    const answer = await lane.give({ type: 'survey', lab }, surveyLimitMs, () => {});
    return answer.type === 'surveyed' ? answer.survey : { missing: [], emulation: [] };
  } catch (error) {
    if (error instanceof EnvironmentError) throw error;
    return { missing: [{ feature: 'survey of this machine', effect: String(error) }], emulation: [] };
  } finally {
    await lane.close(2000);
  }
}

/**
 * Runs experiments on benches, their parts side by side in lanes that the benches share, and gives one report for each
 * bench. Throws EnvironmentError where the machine is in the way, and the signal's reason where it fires.
 */
export async function runBenches(
  benches: readonly Bench[],
  options: RunBenchesOptions,
): Promise<readonly LabReport[]> {
  const { experiments, onEvent } = options;
  const jobs = jobsOf(benches, experiments);
  const lanes = Math.min(options.lanes, jobs.length);
  const judge = new Judge(jobs, onEvent);
  const startedAt = new Date().toISOString();
  const begin = monotonicMs();
  const [first] = benches;
  if (!first) return [];
  const environment = readEnvironment({
    congestion: first.topology.congestion,
    lanes,
    missing: [],
    emulation: [],
  });
  onEvent({ type: 'planned', jobs, lanes });
  const [found] = await Promise.all([
    survey(first, options.start),
    runJobs(jobs, { ...options, onResult: result => judge.hear(result) }),
  ]);
  const durationMs = Math.round(monotonicMs() - begin);
  return benches.map(bench => {
    const results = judge.of(bench, experiments);
    return {
      headline: headlineOf(bench.name, results),
      verdict: results.every(({ verdict }) => verdict === 'pass') ? 'pass' : 'fail',
      configuration: bench.name,
      startedAt,
      durationMs,
      environment: { ...environment, ...found, congestion: bench.topology.congestion },
      topology: bench.topology,
      experiments: results,
    };
  });
}
