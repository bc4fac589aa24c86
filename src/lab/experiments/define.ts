import type { z } from 'zod';
import type { Topology } from '../topology/topology.ts';
import type { Experiment, ExperimentName, Part, PartContext, PartOutcome } from './experiment.ts';
import type { Check, ExperimentResult } from './result.ts';

/** What every expectation has: the sentence that the report prints. */
export interface Stated {
  readonly shows: string;
}

/** What an experiment's `judge` gives back; the frame adds name, title, verdict, expectation and duration. */
export type Conclusion = Pick<
  ExperimentResult,
  'finding' | 'checks' | 'data' | 'tables' | 'figures' | 'notes'
>;

/** An experiment with its own types: `E` what `expect.NAME` says, `P` what one part brings home (plain JSON). */
export interface Definition<E extends Stated, P> {
  readonly name: ExperimentName;
  readonly title: string;
  readonly repeats: readonly string[];
  readonly expectation: z.ZodType<E>;
  parts(topology: Topology): readonly Part[];
  /** `expect` may only decide how long to wait for something. */
  measure(context: PartContext, expect: E | undefined): Promise<P>;
  judge(pieces: readonly Piece<P>[], expect: E | undefined, topology: Topology): Conclusion;
}

/** One part's yield, by the part's name. */
export interface Piece<P> {
  readonly part: string;
  readonly data: P;
}

const unstated = 'Nothing is stated for this experiment: it is measured, not judged.';

const nothing: Conclusion = {
  finding: 'Nothing was measured.',
  checks: [],
  data: {},
  tables: [],
  figures: [],
  notes: [],
};

/** A part that brought nothing home decides the verdict: what was not measured was not shown. */
function missing(parts: readonly Part[], outcomes: readonly PartOutcome[]): Check[] {
  return parts
    .filter(({ name }) => !outcomes.some(outcome => outcome.part === name))
    .map(({ title }) => ({ what: title, expected: 'measured', measured: 'not measured', holds: false }));
}

/** Hides the types of one experiment, so that all of them fit in one list. */
export function defineExperiment<E extends Stated, P>(definition: Definition<E, P>): Experiment {
  const { name, title, repeats } = definition;
  const stated = (topology: Topology): E | undefined =>
    name in topology.expect ? definition.expectation.parse(topology.expect[name]) : undefined;
  return {
    name,
    title,
    repeats,
    parts: topology => definition.parts(topology),
    faults: topology => faults(definition, topology),
    run: context => definition.measure(context, stated(context.lab.topology)),
    conclude(outcomes, topology) {
      const expect = stated(topology);
      const pieces = outcomes.map(toPiece<P>);
      const conclusion = pieces.length > 0 ? definition.judge(pieces, expect, topology) : nothing;
      const checks = [...missing(definition.parts(topology), outcomes), ...conclusion.checks];
      const verdict = checks.every(holds) ? 'pass' : 'fail';
      const durationMs = outcomes.reduce((sum, outcome) => sum + outcome.durationMs, 0);
      return {
        name,
        title,
        verdict,
        expectation: expect?.shows ?? unstated,
        ...conclusion,
        checks,
        durationMs,
      };
    },
  };
}

function faults<E extends Stated, P>({ name, expectation }: Definition<E, P>, topology: Topology) {
  if (!(name in topology.expect)) return [];
  const parsed = expectation.safeParse(topology.expect[name]);
  const issues = parsed.success ? [] : parsed.error.issues;
  return issues.map(({ path, message }) => ({ path: ['expect', name, ...path], message }));
}

// A piece was made by the same experiment's `measure`, perhaps in another process of the same build.
const toPiece = <P>({ part, data }: PartOutcome): Piece<P> => ({ part, data: data as P });

const holds = (check: Check): boolean => check.holds;
