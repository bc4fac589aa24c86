import type { z } from 'zod';
import type { Balance } from '../../gateway/index.ts';
import type { InEveryLanguage, Language } from '../../text/index.ts';
import { issueText } from '../../yaml/index.ts';
import type { Topology } from '../topology/topology.ts';
import { type Shown, shownIn } from './expect.ts';
import type { Experiment, ExperimentName, Part, PartContext, PartOutcome } from './experiment.ts';
import type { Check, ExperimentResult, Requirement, Verdict } from './result.ts';
import { common } from './say.ts';

/** What every expectation has: the sentence that the report prints, and what it is about. */
interface Stated {
  readonly shows: Shown;
  /** What it shows is a defect of the configuration. */
  readonly defect: boolean;
}

/** What an experiment's `judge` gives back; the frame adds name, title, verdict, expectation and duration. */
export type Conclusion = Pick<
  ExperimentResult,
  'finding' | 'keys' | 'checks' | 'data' | 'tables' | 'figures' | 'notes'
>;

/** One part in one lab, with what is expected and the sentences of the asked language. */
export interface Measuring<E, M> extends PartContext {
  /** It may only decide how long to wait for something. */
  readonly expect: E | undefined;
  readonly say: M;
}

/** Everything a verdict follows from. */
export interface Judging<E, P, M> {
  readonly pieces: readonly Piece<P>[];
  readonly expect: E | undefined;
  readonly topology: Topology;
  readonly say: M;
}

/** An experiment with its own types: `E` what `expect.NAME` says, `P` what one part measures (plain JSON), `M` its sentences. */
interface Definition<E extends Stated, P, M extends { readonly title: string }> {
  readonly name: ExperimentName;
  readonly repeats: readonly string[];
  readonly needs?: Balance;
  readonly expectation: z.ZodType<E>;
  readonly say: InEveryLanguage<M>;
  /** None where the configuration has nothing to try. */
  parts(topology: Topology, say: M): readonly Part[];
  /** What is said where there is no part; then the experiment is judged by the text, not by the topology file. */
  nothing?(say: M): string;
  measure(measuring: Measuring<E, M>): Promise<P>;
  judge(judging: Judging<E, P, M>): Conclusion;
  /** What must hold on every bench, without what `expect` says otherwise of. */
  requirements(judging: Judging<E, P, M>): readonly Requirement[];
}

/** What one part measured, by the part's name. */
export interface Piece<P> {
  readonly part: string;
  readonly data: P;
}

/** The one piece of an experiment that has one part. */
export function onlyPiece<P>(pieces: readonly Piece<P>[]): P {
  const [piece] = pieces;
  if (!piece) throw new Error('an experiment is judged when it has a piece');
  return piece.data;
}

function nothing<E extends Stated, P, M extends { readonly title: string }>(
  { nothing: reason, say }: Definition<E, P, M>,
  language: Language,
): Conclusion {
  const finding = reason?.(say[language]) ?? common[language].nothingMeasured;
  return { finding, checks: [], data: {}, tables: [], figures: [], notes: [] };
}

function expectationText<E extends Stated, P, M extends { readonly title: string }>(
  { nothing: byText }: Definition<E, P, M>,
  expect: E | undefined,
  language: Language,
): string {
  if (expect) return shownIn(expect.shows, language);
  return byText ? common[language].saidByText : common[language].nothingStated;
}

/** A part without a measurement decides the verdict: what was not measured was not shown. */
function missing(parts: readonly Part[], outcomes: readonly PartOutcome[], language: Language): Check[] {
  const { measured: expected, notMeasured: measured } = common[language];
  return parts
    .filter(({ name }) => !outcomes.some(outcome => outcome.part === name))
    .map(({ title }) => ({ what: title, expected, measured, holds: false }));
}

/** Hides the types of one experiment, so that all of them fit in one list. */
export function defineExperiment<E extends Stated, P, M extends { readonly title: string }>(
  definition: Definition<E, P, M>,
): Experiment {
  const { name, repeats, needs, say } = definition;
  return {
    ...{ name, repeats, needs },
    title: language => say[language].title,
    parts: (topology, language) => definition.parts(topology, say[language]),
    faults: topology => faults(definition, topology),
    run: context =>
      definition.measure({
        ...context,
        expect: stated(definition, context.lab.topology),
        say: say[context.language],
      }),
    conclude: (outcomes, topology, language) => conclude(definition, outcomes, topology, language),
  };
}

function conclude<E extends Stated, P, M extends { readonly title: string }>(
  definition: Definition<E, P, M>,
  outcomes: readonly PartOutcome[],
  topology: Topology,
  language: Language,
): ExperimentResult {
  const expect = stated(definition, topology);
  const say = definition.say[language];
  const pieces = outcomes.map(toPiece<P>);
  const judging = { pieces, expect, topology, say };
  const conclusion = pieces.length > 0 ? definition.judge(judging) : nothing(definition, language);
  const requirements = pieces.length > 0 ? definition.requirements(judging) : [];
  const unmeasured = missing(definition.parts(topology, say), outcomes, language);
  // What the text itself says is an expectation, as soon as something of it was tried.
  const judged = expect !== undefined || (definition.nothing !== undefined && conclusion.checks.length > 0);
  const checks = [...unmeasured, ...requirements.map(toCheck), ...conclusion.checks];
  return {
    name: definition.name,
    title: say.title,
    verdict: verdictOf(checks, judged, expect?.defect ?? false),
    judged,
    expectation: expectationText(definition, expect, language),
    ...conclusion,
    finding: [...wrongOf(requirements), conclusion.finding].join(' '),
    checks,
    durationMs: outcomes.reduce((sum, outcome) => sum + outcome.durationMs, 0),
  };
}

const toCheck = ({ what, expected, measured, holds }: Requirement): Check => ({
  what,
  expected,
  measured,
  holds,
});

const wrongOf = (requirements: readonly Requirement[]): readonly string[] => [
  ...new Set(requirements.filter(({ holds }) => !holds).map(({ wrong }) => wrong)),
];

function verdictOf(checks: readonly Check[], judged: boolean, defect: boolean): Verdict {
  if (checks.some(({ holds }) => !holds)) return 'fail';
  if (!judged) return 'measured';
  return defect ? 'reproduced' : 'pass';
}

function stated<E extends Stated, P, M extends { readonly title: string }>(
  { name, expectation }: Definition<E, P, M>,
  { expect }: Topology,
): E | undefined {
  return name in expect ? expectation.parse(expect[name]) : undefined;
}

function faults<E extends Stated, P, M extends { readonly title: string }>(
  { name, expectation }: Definition<E, P, M>,
  topology: Topology,
) {
  if (!(name in topology.expect)) return [];
  const parsed = expectation.safeParse(topology.expect[name]);
  const issues = parsed.success ? [] : parsed.error.issues;
  return issues.map(issue => ({ path: ['expect', name, ...issue.path], message: issueText(issue) }));
}

// A piece was made by the same experiment's `measure`, perhaps in another process of the same build.
const toPiece = <P>({ part, data }: PartOutcome): Piece<P> => ({ part, data: data as P });
