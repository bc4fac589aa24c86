/** The paper's experiments: each measures in fresh labs, part by part, and judges against the topology's `expect:`. */
import { addressing } from './addressing/experiment.ts';
import { balance } from './balance/experiment.ts';
import { type Experiment, type ExperimentName, paperExperimentNames } from './experiment.ts';
import { failover } from './failover/experiment.ts';
import { filter } from './filter/experiment.ts';
import { forwards } from './forwards/experiment.ts';
import { methods } from './methods/experiment.ts';
import { names } from './names/experiment.ts';
import { networks } from './networks/experiment.ts';
import { ping } from './ping/experiment.ts';
import { returns } from './returns/experiment.ts';
import { rules } from './rules/experiment.ts';
import { shares } from './shares/experiment.ts';
import { speed } from './speed/experiment.ts';

export type { Experiment, ExperimentName, Part, PartOutcome } from './experiment.ts';

/** All experiments in the order of the report. */
export const experiments: readonly Experiment[] = [
  addressing,
  ping,
  balance,
  failover,
  speed,
  filter,
  methods,
  forwards,
  returns,
  networks,
  names,
  rules,
  shares,
];

/** Those that repeat the paper: what `jalur start` runs. */
export const paperExperiments: readonly Experiment[] = experiments.filter(({ name }) =>
  paperExperimentNames.some(one => one === name),
);

/** The experiment of this name. */
export function experimentNamed(name: string): Experiment | undefined {
  return experiments.find(experiment => experiment.name === (name as ExperimentName));
}
