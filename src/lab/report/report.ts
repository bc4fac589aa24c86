import type { Balance, Pace } from '../../gateway/index.ts';
import type { Language } from '../../text/index.ts';
import type { ExperimentResult, Verdict } from '../experiments/result.ts';
import type { Topology } from '../topology/topology.ts';
import type { Environment } from './environment.ts';
import type { BenchRemarks } from './remarks.ts';

/** Everything one `jalur lab run` found: the JSON report as it is written, and what the HTML report is drawn from. */
export interface LabReport extends BenchRemarks {
  /** Of every sentence in it. */
  readonly language: Language;
  /** One sentence: what happened. */
  readonly headline: string;
  /** `measured`: nothing fails, and at least one experiment has no expectation that it could show. */
  readonly verdict: Verdict;
  /** The configuration under test, as it was named on the command line or found beside the topology. */
  readonly configuration: string;
  /** Whose timers its gateway had: RouterOS's, as the text has them, or jalur's own. */
  readonly pace: Pace;
  /** How it divided connections. */
  readonly balance: Balance;
  readonly spill: boolean;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  /** Wall-clock ms of the whole run. */
  readonly durationMs: number;
  /** How often each experiment was run. */
  readonly repeat: number;
  readonly environment: Environment;
  readonly topology: Topology;
  readonly experiments: readonly ExperimentResult[];
}

type Settings = Pick<LabReport, 'pace' | 'balance' | 'spill'>;

/** `examples/paper` → `paper`; `paper-jalur` at jalur's pace. */
export const shortName = ({
  configuration,
  pace,
  balance,
}: Settings & Pick<LabReport, 'configuration'>): string =>
  [
    configuration.split('/').at(-1) ?? configuration,
    ...(pace === 'jalur' ? ['jalur'] : []),
    ...(balance === 'pcc' ? [] : [balance]),
  ].join('-');

/** As `jalur lab run` takes them: what its gateway was not left to itself with. */
export const unusualOptions = ({ pace, balance, spill }: Settings): readonly string[] => [
  ...(pace === 'jalur' ? ['--pace jalur'] : []),
  ...(balance === 'pcc' ? [] : [`--balance ${balance}`]),
  ...(spill ? ['--spill'] : []),
];

/** `data` of one experiment; undefined where it was not run. */
export const dataOf = ({ experiments }: Pick<LabReport, 'experiments'>, name: string): unknown =>
  experiments.find(experiment => experiment.name === name)?.data;

/** `data` of each run of one experiment; empty where it was not run. */
export function runsOf({ experiments }: Pick<LabReport, 'experiments'>, name: string): readonly unknown[] {
  const found = experiments.find(experiment => experiment.name === name);
  return found ? (found.runs ?? [found]).map(({ data }) => data) : [];
}
