import type { Command } from 'commander';
import { type Behaviour, behaviourOf } from '../../compile/index.ts';
import type { Config } from '../../config/index.ts';
import { placeOf, runsOnLinux } from '../../model/index.ts';
import type { World, WorldAssumption } from '../../rib/index.ts';
import type { Language } from '../../text/index.ts';
import {
  assumptionsOf,
  asWritten,
  type OpenQuestion,
  openQuestions,
  scriptQuestions,
  type WalkOptions,
  walkAssumptionText,
} from '../../walk/index.ts';
import { type BalanceOption, balanceOf, withBalance } from '../options/balance.ts';
import { type EngineOption, withEngine } from '../options/engine.ts';
import {
  basisOf,
  readSubject,
  type Subject,
  type SubjectOptions,
  withSubject,
  withSubjectOptions,
} from '../subject.ts';
import { allWell } from '../world/options.ts';
import type { ChosenWorld, Wanted } from '../world/world.ts';
import { collectAssumption, momentArgument } from './parse.ts';
import { walkWords } from './say.ts';

export { findArrival, findInterface, noteForeignSource } from '../world/names.ts';

/** A configuration in a state of the world, ready to be walked, and what had to be assumed for that. */
export interface WalkSubject {
  readonly config: Config;
  readonly world: World;
  readonly situation: ChosenWorld['situation'];
  readonly answered: ChosenWorld['answered'];
  /** As RouterOS, or as the Linux program that `plan` prints for this situation. */
  readonly behaviour: Behaviour;
  /** Assumptions about the world, as data. */
  readonly open: readonly WorldAssumption[];
  /** What the walk rests on, as sentences. */
  readonly assumptions: readonly string[];
  /** Answers to what is open, and the moment that is asked about. */
  readonly settled: Settled;
}

/** What the user has said about what is open. */
type Settled = Pick<WalkOptions, 'assume' | 'at'>;

export interface WalkSubjectOptions extends SubjectOptions, EngineOption, BalanceOption {
  /** Answers to what is open. */
  readonly assume: Readonly<Record<string, string>>;
  /** ms since Sunday began. */
  readonly at?: number;
}

/** Adds the argument and the options that `readWalkSubject` takes, and those that settle what is open. */
export function withWalkSubject(command: Command): Command {
  return withWalkOptions(withSubject(command));
}

/** Adds the arguments and the options that `readWalkSubjects` takes. */
export function withWalkSubjects(command: Command): Command {
  return withWalkOptions(
    withSubjectOptions(
      command
        .argument('<before>', 'RouterOS configuration (- is standard input), or a folder with one or more')
        .argument('<after>', 'the configuration as it shall be'),
    ),
  );
}

function withWalkOptions(command: Command): Command {
  return withBalance(withEngine(command), '; needs --engine linux')
    .option(
      '--assume <question=answer>',
      'settle what is open: limit=above, limit@12=above for the rule of line 12 (repeatable)',
      collectAssumption,
      {},
    )
    .option(
      '--at <moment>',
      'the moment that is asked about, for time= conditions: "mon 14:00"',
      momentArgument,
    );
}

/** Reads a configuration; undefined where it must not be used, which has been said then. */
export async function readWalkSubject(
  paths: readonly string[],
  options: WalkSubjectOptions,
  wanted: Pick<Wanted, 'anything' | 'config'> = {},
): Promise<WalkSubject | undefined> {
  const subject = await readUnchecked(paths, options, wanted);
  return subject && areQuestions([subject], options.assume) ? subject : undefined;
}

/** Two configurations: what is answered must be open in one of them. `before` is looked at with nothing wrong. */
export async function readWalkSubjects(
  before: string,
  after: string,
  options: WalkSubjectOptions,
): Promise<readonly [WalkSubject, WalkSubject] | undefined> {
  const old = await readUnchecked([before], { ...options, ...allWell });
  const now = await readUnchecked([after], options);
  return old && now && areQuestions([old, now], options.assume) ? [old, now] : undefined;
}

async function readUnchecked(
  paths: readonly string[],
  options: WalkSubjectOptions,
  wanted: Pick<Wanted, 'anything' | 'config'> = {},
): Promise<WalkSubject | undefined> {
  const { assume, at, lang, engine, balance = 'pcc' } = options;
  if (balance !== 'pcc' && !runsOnLinux(engine)) {
    process.stderr.write(`jalur: --balance ${balance} is what jalur does on Linux: add --engine linux.\n`);
    return undefined;
  }
  const subject = await readSubject(paths, options, { ...wanted, engine, assume });
  if (!subject) return undefined;
  const { config, world, situation, answered, assumptions: open } = subject;
  const granted = grantedBy(subject, assume);
  const unseen = assumptionsOf(config.router).map(one => walkAssumptionText(one, lang));
  const behaviour = behaviourOf(engine, situation.router, situation.rib, situation.world, {
    seed: 0,
    shares: balanceOf(options, config) === 'pcc' ? undefined : {},
  });
  const assumptions = [
    ...basisOf(subject, lang),
    ...Object.entries(granted).map(answer => walkWords[lang].granted(answer.join('='))),
    ...unseen,
    ...leftOutTexts(behaviour, lang),
  ];
  const settled = { assume: { ...granted, ...assume }, at };
  return { config, world, situation, answered, behaviour, open, assumptions, settled };
}

/** What the bench takes for granted, as far as it is open here and the user says nothing else. */
function grantedBy(subject: Subject, given: Settled['assume'] = {}): Readonly<Record<string, string>> {
  const answers = Object.entries(subject.assume).filter(([question]) => !(question in given));
  if (answers.length === 0) return {};
  const known = questionsOf(subject);
  return Object.fromEntries(answers.filter(answer => known.some(one => isAnswerTo(one, answer))));
}

const questionsOf = ({ config, situation }: Pick<WalkSubject, 'config' | 'situation'>) => [
  ...openQuestions(situation.router, situation.rib, situation.world),
  ...scriptQuestions(config.router, situation.world),
];

const isAnswerTo = (
  { questions, answers }: OpenQuestion,
  [question, answer]: readonly [string, string],
): boolean => questions.includes(question) && answers.includes(answer);

/** Is every answer one to a question that is open in one of them? Where not, what is open is said. */
function areQuestions(
  subjects: readonly Pick<WalkSubject, 'config' | 'situation'>[],
  assume: Readonly<Record<string, string>>,
): boolean {
  const given = Object.entries(assume);
  if (given.length === 0) return true;
  const known = subjects.flatMap(questionsOf);
  const wrong = given.find(answer => !known.some(one => isAnswerTo(one, answer)));
  if (!wrong) return true;
  const all = known.flatMap(({ questions: [question = ''], answers }) =>
    answers.map(answer => `${question}=${answer}`),
  );
  process.stderr.write(
    `jalur: ${wrong.join('=')} answers nothing that is open here.\n       Open: ${[...new Set(all)].join(', ') || 'nothing'}\n`,
  );
  return false;
}

/** Rules that a walk as Linux does not meet, because the program does not have them. */
function leftOutTexts(behaviour: Behaviour, language: Language): readonly string[] {
  if (asWritten(behaviour)) return [];
  return behaviour.leftOut.map(({ rule, why }) =>
    walkWords[language].leftOut(placeOf(rule.origin), why.replace(/\.$/, '')),
  );
}
