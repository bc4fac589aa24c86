import type { Language } from '../../text/index.ts';
import type { Experiment } from '../experiments/index.ts';
import type { Check, ExperimentResult } from '../experiments/result.ts';
import type { Topology } from '../topology/topology.ts';
import type { Bench, JobResult } from './job.ts';
import { orchestrateWords } from './say.ts';

type Broken = Extract<JobResult, { error: string }>;

const isBroken = (result: JobResult): result is Broken => result.error !== undefined;

/** For the table: the first line, without the name of an error's class. The rest is for the notes. */
const firstLine = (text: string): string => (text.split('\n')[0] ?? '').replace(/^(\w*Error: )+/, '');

function brokenCheck({ job, error }: Broken, language: Language): Check {
  const { measured: expected, couldNot } = orchestrateWords[language];
  return { what: job.part.title, expected, measured: couldNot(firstLine(error)), holds: false };
}

/** What can be said of an experiment that was not completed: that, and why. */
function brokenResult(
  { name, title }: Experiment,
  topology: Topology,
  broken: readonly Broken[],
  language: Language,
): ExperimentResult {
  const say = orchestrateWords[language];
  return {
    name,
    title: title(language),
    verdict: 'fail',
    judged: name in topology.expect,
    expectation: say.everyPart,
    finding: say.notCompleted(broken.map(({ job }) => job.part.title).join(', ')),
    checks: broken.map(one => brokenCheck(one, language)),
    data: { broken: broken.map(({ job, error }) => ({ part: job.part.name, error })) },
    tables: [],
    figures: [],
    notes: broken.map(({ job, error }) => `${job.part.name}: ${error}`),
    durationMs: 0,
  };
}

/** Why the clients of a bench will get no address, one sentence each with what to do. */
export const obstacleTexts = ({ obstacles }: Bench, language: Language): readonly string[] =>
  obstacles.map(obstacle => orchestrateWords[language].obstacle(obstacle));

/** An experiment on a bench that cannot come up: failed before anything is started, with the reason. */
export function obstructed({ name, title }: Experiment, bench: Bench, language: Language): ExperimentResult {
  const say = orchestrateWords[language];
  const reasons = obstacleTexts(bench, language);
  return {
    name,
    title: title(language),
    verdict: 'fail',
    judged: name in bench.topology.expect,
    expectation: say.everyPart,
    finding: reasons.join(' '),
    checks: reasons.map(measured => ({ what: say.clientsUp, expected: say.theyGet, measured, holds: false })),
    data: { broken: reasons.map(error => ({ part: 'all', error })) },
    tables: [],
    figures: [],
    notes: [],
    durationMs: 0,
  };
}

/** Judges an experiment whose parts have all ended; a part without a measurement fails it. */
export function conclude(
  experiment: Experiment,
  topology: Topology,
  results: readonly JobResult[],
  language: Language,
): ExperimentResult {
  const broken = results.filter(isBroken);
  if (broken.length > 0) return brokenResult(experiment, topology, broken, language);
  const outcomes = results.flatMap(({ outcome }) => outcome ?? []);
  return experiment.conclude(outcomes, topology, language);
}
