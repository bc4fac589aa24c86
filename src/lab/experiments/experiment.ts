import type { Balance } from '../../gateway/index.ts';
import type { Language } from '../../text/index.ts';
import type { Lab } from '../build/lab.ts';
import type { TextExperimentName } from '../topology/text-experiments.ts';
import type { Topology } from '../topology/topology.ts';
import type { ExperimentResult, Progress } from './result.ts';

/** In the order of the report; behind them come those that try what the text itself asks for. */
export const paperExperimentNames = [
  'addressing',
  'ping',
  'balance',
  'failover',
  'speed',
  'filter',
  'methods',
] as const;

/** Last come those that try what the gateway does besides what a text asks for. */
export type ExperimentName = (typeof paperExperimentNames)[number] | TextExperimentName | 'shares';

/** A piece of an experiment that needs a lab of its own. Parts share nothing, so they may run at the same time. */
export interface Part {
  /** Unique within its experiment: `isp2-blackhole`. */
  readonly name: string;
  /** For people: `ISP2 stops forwarding`. */
  readonly title: string;
  /** How long it takes at most in s, the lab's own start not counted: for planning which worker runs what. */
  readonly seconds: number;
}

/** What one part is given: a fresh lab whose gateway is ready and whose clients have addresses. */
export interface PartContext {
  readonly lab: Lab;
  /** Absolute path of the configuration that the gateway runs. */
  readonly config: string;
  /** Name of the part to run: one of `parts(topology)`. */
  readonly part: string;
  /** Of the lines of progress. */
  readonly language: Language;
  readonly progress: Progress;
}

/** What one part measured. `data` is plain JSON: it travels between processes. */
export interface PartOutcome {
  readonly part: string;
  readonly data: unknown;
  /** ms that the part took, for the report. */
  readonly durationMs: number;
}

/** One entry of `expect:` that is not as its experiment wants it; `path` leads to it in the topology file. */
interface ExpectationFault {
  readonly path: readonly PropertyKey[];
  /** `is not a share between 0 and 1`. */
  readonly message: string;
}

/** One experiment of the paper. `run` measures one part in one lab; `conclude` judges all parts together. */
export interface Experiment {
  readonly name: ExperimentName;
  /** `Gambar 10`: the paper's figures that it repeats. */
  readonly repeats: readonly string[];
  /** It is tried only where connections are divided in this way. */
  readonly needs?: Balance | undefined;
  title(language: Language): string;
  /** What is wrong with `expect.NAME` of this topology; empty where nothing is, or nothing is stated. */
  faults(topology: Topology): readonly ExpectationFault[];
  /** None where the configuration has nothing that it could try. */
  parts(topology: Topology, language: Language): readonly Part[];
  /** Measures. Bounded in time; closes every socket it opened and takes back every fault, also when it fails. */
  run(context: PartContext): Promise<unknown>;
  /** Judges against `expect.NAME`; without one only what must hold on every bench is. */
  conclude(outcomes: readonly PartOutcome[], topology: Topology, language: Language): ExperimentResult;
}
