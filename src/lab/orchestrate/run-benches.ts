import { EnvironmentError, monotonicMs } from '../../sys/index.ts';
import type { Language } from '../../text/index.ts';
import type { Experiment } from '../experiments/index.ts';
import { repeated } from '../experiments/repeat/repeat.ts';
import { type ExperimentResult, verdictOfAll } from '../experiments/result.ts';
import { headlineOf } from '../report/headline.ts';
import { benchRemarks } from '../report/remarks.ts';
import { type LabReport, unusualOptions } from '../report/report.ts';
import { conclude, obstructed } from './conclude.ts';
import { type Bench, type Job, type JobResult, jobsOf, labOf, triedOn, usualPace } from './job.ts';
import type { MachineFindings } from './messages.ts';
import { readEnvironment } from './read-environment.ts';
import { runJobs, type WorkerEvent } from './run-jobs.ts';
import { orchestrateWords } from './say.ts';
import { type StartRunner, Worker } from './worker.ts';

/** What a face is sent while benches run. */
export type BenchEvent =
  | { readonly type: 'planned'; readonly jobs: readonly Job[]; readonly parallel: number }
  | { readonly type: 'concluded'; readonly bench: Bench; readonly result: ExperimentResult }
  | WorkerEvent;

export interface RunBenchesOptions {
  /** In the order of the report. */
  readonly experiments: readonly Experiment[];
  /** Labs that run at the same time, at most. */
  readonly parallel: number;
  /**
   * How often each experiment is run, at least once. Each run has fresh labs, as each part has: nothing that a run leaves in a
   * kernel (leases, connections, caches of neighbours) can be in the next.
   */
  readonly repeat: number;
  readonly language: Language;
  readonly start: StartRunner;
  readonly onEvent: (event: BenchEvent) => void;
  readonly signal?: AbortSignal | undefined;
}

/** Judges each experiment as soon as the last part of its last run has ended. */
class Judge {
  readonly #jobs: readonly Job[];
  readonly #ended = new Map<Job, JobResult>();
  readonly #results = new Map<Bench, ExperimentResult[]>();
  readonly #options: RunBenchesOptions;

  constructor(jobs: readonly Job[], options: RunBenchesOptions) {
    this.#jobs = jobs;
    this.#options = options;
  }

  add(result: JobResult): void {
    this.#ended.set(result.job, result);
    const { bench, experiment } = result.job;
    const mine = this.#jobs.filter(job => job.bench === bench && job.experiment === experiment);
    const results = mine.flatMap(job => this.#ended.get(job) ?? []);
    if (results.length < mine.length) return;
    const { repeat, language } = this.#options;
    const runs = Array.from({ length: repeat }, (_, index) => {
      const one = results.filter(({ job }) => job.run.index === index + 1);
      return conclude(experiment, bench.topology, one, language);
    });
    const concluded = repeated(runs, language);
    if (concluded) this.#conclude(bench, concluded);
  }

  /** Every experiment on a bench that cannot come up. */
  obstruct(bench: Bench): void {
    const { experiments, language } = this.#options;
    for (const experiment of triedOn(bench, experiments))
      this.#conclude(bench, obstructed(experiment, bench, language));
  }

  /** Experiments for which the configuration has nothing to try: they say so. */
  withoutParts(bench: Bench): void {
    const { experiments, language } = this.#options;
    const idle = triedOn(bench, experiments).filter(one => one.parts(bench.topology, language).length === 0);
    for (const one of idle) this.#conclude(bench, one.conclude([], bench.topology, language));
  }

  #conclude(bench: Bench, concluded: ExperimentResult): void {
    this.#results.set(bench, [...(this.#results.get(bench) ?? []), concluded]);
    this.#options.onEvent({ type: 'concluded', bench, result: concluded });
  }

  /** In the order of the report. */
  of(bench: Bench): readonly ExperimentResult[] {
    const results = this.#results.get(bench) ?? [];
    return this.#options.experiments.flatMap(
      ({ name }) => results.find(result => result.name === name) ?? [],
    );
  }
}

const checkLimitMs = 30_000;

/** What the machine lacks and how accurate its emulation is. A check that fails is itself a finding, not an end. */
async function checkMachine(
  bench: Bench | undefined,
  { start, language, signal }: RunBenchesOptions,
): Promise<MachineFindings> {
  if (!bench) return { missing: [], emulation: [] };
  const worker = new Worker(start);
  const lab = labOf(bench);
  // Nobody waits for a check of a run that is over: its lab goes with the others.
  const stop = (): void => void worker.close(500);
  signal?.addEventListener('abort', stop, { once: true });
  try {
    const answer = await worker.request({ type: 'check-machine', lab, language }, checkLimitMs, () => {});
    return answer.type === 'machine' ? answer.findings : { missing: [], emulation: [] };
  } catch (error) {
    if (error instanceof EnvironmentError) throw error;
    const feature = orchestrateWords[language].machineCheck;
    return { missing: [{ feature, effect: String(error) }], emulation: [] };
  } finally {
    signal?.removeEventListener('abort', stop);
    await worker.close(2000);
  }
}

/**
 * Runs experiments on benches, their parts side by side by workers that the benches share, and gives one report for each
 * bench. Throws EnvironmentError where the machine is the cause, and the signal's reason where it fires.
 */
export async function runBenches(
  benches: readonly Bench[],
  options: RunBenchesOptions,
): Promise<readonly LabReport[]> {
  const jobs = jobsOf(benches, options.experiments, options.repeat, options.language);
  const parallel = Math.max(1, Math.min(options.parallel, jobs.length));
  const judge = new Judge(jobs, options);
  const startedAt = new Date().toISOString();
  const begin = monotonicMs();
  if (benches.length === 0) return [];
  options.onEvent({ type: 'planned', jobs, parallel });
  for (const bench of benches) {
    if (bench.obstacles.length > 0) judge.obstruct(bench);
    else judge.withoutParts(bench);
  }
  const [found] = await Promise.all([
    checkMachine(jobs[0]?.bench, options),
    runJobs(jobs, { ...options, onResult: result => judge.add(result) }),
  ]);
  const { language, repeat } = options;
  const run = { language, repeat, startedAt, durationMs: Math.round(monotonicMs() - begin) };
  return benches.map(bench => {
    const { congestion } = bench.topology;
    const environment = readEnvironment({ congestion, parallel, ...found });
    return { ...run, ...reportOf(bench, judge.of(bench), options.language), environment };
  });
}

/** With what is not the lab's usual. */
function nameOf(bench: Bench): string {
  const options = unusualOptions(settingsOf(bench));
  return options.length > 0 ? `${bench.name} (${options.join(' ')})` : bench.name;
}

const settingsOf = ({ pace, balance = 'pcc', spill = false }: Bench) => ({
  ...{ pace: pace ?? usualPace({ balance, spill }), balance, spill },
});

function reportOf(bench: Bench, experiments: readonly ExperimentResult[], language: Language) {
  return {
    headline: headlineOf(nameOf(bench), experiments, language),
    verdict: verdictOfAll(experiments.map(({ verdict }) => verdict)),
    configuration: bench.name,
    ...settingsOf(bench),
    topology: bench.topology,
    ...benchRemarks(bench.topology, bench.notRun, language),
    experiments,
  } as const;
}
