import type { Experiment } from '../experiments/index.ts';
import type { Check, ExperimentResult } from '../experiments/result.ts';
import type { Topology } from '../topology/topology.ts';
import type { JobResult } from './job.ts';

type Broken = Extract<JobResult, { error: string }>;

const isBroken = (result: JobResult): result is Broken => result.error !== undefined;

/** First line for the table, the rest for the notes. */
const firstLine = (text: string): string => text.split('\n')[0] ?? '';

function brokenCheck({ job, error }: Broken): Check {
  return { what: job.part.title, expected: 'is measured', measured: firstLine(error), holds: false };
}

/** What can be said of an experiment that could not be measured to its end: that, and why. */
function brokenResult({ name, title }: Experiment, broken: readonly Broken[]): ExperimentResult {
  const parts = broken.map(({ job }) => job.part.title).join(', ');
  return {
    name,
    title,
    verdict: 'fail',
    expectation: 'Every part of the experiment can be measured.',
    finding: `Not measured to the end: ${parts}.`,
    checks: broken.map(brokenCheck),
    data: { broken: broken.map(({ job, error }) => ({ part: job.part.name, error })) },
    tables: [],
    figures: [],
    notes: broken.map(({ job, error }) => `${job.part.name}: ${error}`),
    durationMs: 0,
  };
}

/** Judges an experiment whose parts have all ended; a part that brought nothing fails it, and so does its judge. */
export function conclude(
  experiment: Experiment,
  topology: Topology,
  results: readonly JobResult[],
): ExperimentResult {
  const broken = results.filter(isBroken);
  if (broken.length > 0) return brokenResult(experiment, broken);
  return experiment.conclude(
    results.flatMap(({ outcome }) => outcome ?? []),
    topology,
  );
}
