import { readFileSync } from 'node:fs';
import type { Language } from '../../../text/index.ts';
import { readTopology } from '../../topology/read.ts';
import type { Topology } from '../../topology/topology.ts';
import { type ExperimentName, experimentNamed } from '../index.ts';
import type { ExperimentResult } from '../result.ts';

function example(name: string): Topology {
  const file = new URL(`../../../../examples/${name}/topology.yaml`, import.meta.url);
  const { topology, diagnostics } = readTopology(readFileSync(file, 'utf8'), 'topology.yaml');
  if (!topology) throw new Error(diagnostics.map(({ what }) => what).join('\n'));
  return topology;
}

export const paper = example('paper');
export const fixed = example('paper-fixed');

/** The result of one experiment whose parts measured `data`. */
export function conclude(
  name: ExperimentName,
  data: Readonly<Record<string, unknown>>,
  topology = fixed,
  language: Language = 'en',
): ExperimentResult {
  const outcomes = Object.entries(data).map(([part, piece]) => ({ part, data: piece, durationMs: 10 }));
  const experiment = experimentNamed(name);
  if (!experiment) throw new Error(`no experiment ${name}`);
  return experiment.conclude(outcomes, topology, language);
}

/** What the checks that fail are about. */
export const failing = ({ checks }: ExperimentResult): string[] =>
  checks.filter(({ holds }) => !holds).map(({ what }) => what);
