import type { Environment } from '../environment.ts';
import type { ExperimentResult } from '../experiment.ts';
import type { Topology } from '../topology.ts';

/** Everything one `jalur lab run` found: the JSON report as it is written, and what the HTML report is drawn from. */
export interface LabReport {
  /** One sentence: what happened. */
  readonly headline: string;
  readonly verdict: 'pass' | 'fail';
  /** The configuration under test, as it was named on the command line or found beside the topology. */
  readonly configuration: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  /** Wall-clock ms of the whole run. */
  readonly durationMs: number;
  readonly environment: Environment;
  readonly topology: Topology;
  readonly experiments: readonly ExperimentResult[];
}

/** `examples/paper` → `paper`. */
export const shortName = ({ configuration }: LabReport): string =>
  configuration.split('/').at(-1) ?? configuration;

/** `data` of one experiment; undefined where it was not run. */
export const dataOf = (report: LabReport, name: string): unknown =>
  report.experiments.find(experiment => experiment.name === name)?.data;

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** The report's first line: what happened, in one sentence. */
export function headlineOf(configuration: string, experiments: readonly ExperimentResult[]): string {
  const failed = experiments.filter(({ verdict }) => verdict === 'fail');
  if (experiments.length === 0) return `No experiment was run on ${configuration}.`;
  if (failed.length === 0) {
    const all = experiments.length === 1 ? 'The experiment' : `All ${experiments.length} experiments`;
    return `${all} on ${configuration} ${experiments.length === 1 ? 'shows' : 'show'} what ${experiments.length === 1 ? 'it' : 'they'} should.`;
  }
  const names = failed.map(({ name }) => name).join(', ');
  return `${failed.length} of ${plural(experiments.length, 'experiment')} on ${configuration} ${failed.length === 1 ? 'does' : 'do'} not show what ${failed.length === 1 ? 'it' : 'they'} should: ${names}.`;
}
