import { type Behaviour, behaviourOf } from '../../compile/index.ts';
import type { IntentRun } from '../../intent/index.ts';
import { type Engine, placeOf } from '../../model/index.ts';
import type { Config } from '../../reading/index.ts';
import { assumptionText, knownText, type World, type WorldAssumption } from '../../rib/index.ts';
import type { Language } from '../../text/index.ts';
import {
  assumptionsOf,
  asWritten,
  eventTexts,
  type OpenQuestion,
  openQuestions,
  ranTexts,
  scriptQuestions,
  type WalkOptions,
  walkAssumptionText,
} from '../../walk/index.ts';
import type { Complain } from '../names/index.ts';
import { notUnderstoodText } from '../not-understood.ts';
import { walkWords } from '../words.ts';
import { sharingOf } from './sharing.ts';
import type { ChosenWorld } from './world.ts';

/** A configuration and the world it is looked at in. */
export interface Subject extends ChosenWorld {
  readonly config: Config;
  /** What the bench beside the text takes for granted. */
  readonly assume: Readonly<Record<string, string>>;
}

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

/** What is said of a walk beside the text and the world. */
export interface SaidOfWalk {
  readonly lang: Language;
  readonly engine: Engine;
  /** How connections are divided where it is not by PCC; undefined: as an intent says. */
  readonly balance?: IntentRun['balance'] | undefined;
  /** Answers to what is open. */
  readonly assume: Readonly<Record<string, string>>;
  /** ms since Sunday began. */
  readonly at?: number | undefined;
}

/** Where the world comes from, one sentence each: what is known, then what is assumed and what settles it. */
export const basisOf = ({ config, known, assumptions, situation }: Subject, language: Language): string[] => [
  ...notUnderstoodText(config, language),
  ...known.map(one => knownText(one, language)),
  ...assumptions.map(one => assumptionText(one, language)),
  ...ranTexts(situation.ran ?? [], language),
  ...eventTexts(situation.points ?? [], language),
];

/** Makes a subject ready to be walked. */
export function walkSubjectOf(
  subject: Subject,
  { assume, at, lang, engine, balance }: SaidOfWalk,
): WalkSubject {
  const { config, world, situation, answered, assumptions: open } = subject;
  const granted = grantedBy(subject, assume);
  const unseen = assumptionsOf(config.router).map(one => walkAssumptionText(one, lang));
  const shares = sharingOf(balance, subject);
  const behaviour = behaviourOf(engine, situation.router, situation.rib, situation.world, {
    seed: 0,
    shares,
  });
  const assumptions = [
    ...basisOf(subject, lang),
    ...Object.entries(granted).map(answer => walkWords[lang].granted(answer.join('='))),
    ...unseen,
    ...(shares?.before && !asWritten(behaviour) ? [walkWords[lang].sharesInForce] : []),
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
export function areQuestions(
  subjects: readonly Pick<WalkSubject, 'config' | 'situation'>[],
  assume: Readonly<Record<string, string>>,
  say: Complain,
): boolean {
  const given = Object.entries(assume);
  if (given.length === 0) return true;
  const known = subjects.flatMap(questionsOf);
  const wrong = given.find(answer => !known.some(one => isAnswerTo(one, answer)));
  if (!wrong) return true;
  const all = known.flatMap(({ questions: [question = ''], answers }) =>
    answers.map(answer => `${question}=${answer}`),
  );
  say(
    {
      en: `${wrong.join('=')} answers nothing that is open here.`,
      id: `${wrong.join('=')} tidak menjawab apa pun yang terbuka di sini.`,
    },
    {
      en: `Open: ${[...new Set(all)].join(', ') || 'nothing'}`,
      id: `Terbuka: ${[...new Set(all)].join(', ') || 'tidak ada'}`,
    },
  );
  return false;
}

/** Rules that a walk as Linux does not meet, because the program does not have them. */
function leftOutTexts(behaviour: Behaviour, language: Language): readonly string[] {
  if (asWritten(behaviour)) return [];
  return behaviour.leftOut.map(({ rule, why }) =>
    walkWords[language].leftOut(placeOf(rule.origin), why[language].replace(/\.$/, '')),
  );
}
