import type { Pace } from '../../gateway/index.ts';
import type { Language } from '../../text/index.ts';
import type { Experiment, Part, PartOutcome } from '../experiments/index.ts';
import type { NotRun } from '../topology/not-run.ts';
import type { Obstacle } from '../topology/obstacles.ts';
import type { LabSpec } from './messages.ts';

/** One configuration with the topology it is plugged into. */
export interface Bench extends LabSpec {
  /** As people name it: `examples/paper`. */
  readonly name: string;
  /** Names of the experiments that are tried on it; default all that are run. */
  readonly only?: readonly string[] | undefined;
  /** What of the configuration takes no effect on it. */
  readonly notRun: readonly NotRun[];
  /** Why its clients would never get an address; then nothing of it is started. */
  readonly obstacles: readonly Obstacle[];
}

/** One part of one experiment on one bench: what one fresh lab is made for. */
export interface Job {
  /** Position in the list of jobs. */
  readonly id: number;
  readonly bench: Bench;
  readonly experiment: Experiment;
  readonly part: Part;
  /** From 1; of how many. */
  readonly run: { readonly index: number; readonly of: number };
}

/** How one job ended: with what the part measured, or with the reason why it measured nothing. */
export type JobResult =
  | { readonly job: Job; readonly outcome: PartOutcome; readonly error?: undefined }
  | { readonly job: Job; readonly outcome?: undefined; readonly error: string };

/** Making and taking down a lab, in s, for planning. */
const labSeconds = 1.5;

/** How long a job is planned to take, in s. */
export const plannedSeconds = ({ part }: Job): number => part.seconds + labSeconds;

/** Those of the experiments that are tried on a bench. */
export const triedOn = ({ only, balance }: Bench, wanted: readonly Experiment[]): readonly Experiment[] =>
  wanted.filter(
    ({ name, needs = balance }) => (only === undefined || only.includes(name)) && needs === balance,
  );

/** Every part of the wanted experiments on every bench that can come up, `repeat` times, in the order of the reports. */
export function jobsOf(
  benches: readonly Bench[],
  wanted: readonly Experiment[],
  repeat: number,
  language: Language,
): readonly Job[] {
  const possible = benches.filter(({ obstacles }) => obstacles.length === 0);
  const runs = Array.from({ length: repeat }, (_, index) => ({ index: index + 1, of: repeat }));
  const jobs = possible.flatMap(bench =>
    triedOn(bench, wanted).flatMap(experiment => {
      const parts = experiment.parts(bench.topology, language);
      return runs.flatMap(run => parts.map(part => ({ bench, experiment, part, run })));
    }),
  );
  return jobs.map((job, id) => ({ id, ...job }));
}

/** Longest first: the list scheduling that leaves the least waiting at the end (Graham 1969). Stable. */
export function longestFirst(jobs: readonly Job[]): readonly Job[] {
  return [...jobs].sort((one, other) => plannedSeconds(other) - plannedSeconds(one));
}

/** When the last of `workers` workers is done, in s from now, if each takes the next job of the list when it is free. */
export function planEnd(busy: readonly number[], waiting: readonly number[], workers: number): number {
  const ends = [...busy, ...Array.from({ length: Math.max(0, workers - busy.length) }, () => 0)];
  for (const seconds of waiting) {
    const next = ends.indexOf(Math.min(...ends));
    ends[next] = (ends[next] ?? 0) + seconds;
  }
  return Math.max(0, ...ends);
}

/** Shares that follow the lines need jalur's own probes. */
export const usualPace = ({ balance, spill }: Pick<LabSpec, 'balance' | 'spill'>): Pace =>
  balance === 'adaptive' || spill ? 'jalur' : 'routeros';

/** What a lab of a bench is made of. Where its clients are taken as logged in, nobody needs the hotspot. */
export function labOf({ topology, config, pace, balance, spill, skipUnsupported = [] }: Bench): LabSpec {
  const isLoggedIn = topology.assume['hotspot'] === 'auth';
  return {
    topology,
    config,
    ...{ pace: pace ?? usualPace({ balance, spill }), balance, spill },
    skipUnsupported: isLoggedIn ? [...skipUnsupported, 'hotspot'] : skipUnsupported,
  };
}
