import { rolesOf, runsOnLinux } from '../../model/index.ts';
import { isDefaultUnsaid } from '../../prove/index.ts';
import type { Language } from '../../text/index.ts';
import {
  answersText,
  distinctPoints,
  explainWay,
  leavingOf,
  noAnswerText,
  type Packet,
  type PointView,
  type Possibilities,
  type Prepared,
  possibilities,
  possibleAnswers,
  type Watch,
} from '../../walk/index.ts';
import { storyJson } from '../json.ts';
import { reservation } from '../not-understood.ts';
import { verdictJson } from '../points.ts';
import type { SaidOfWalk, WalkSubject } from '../subject/index.ts';
import {
  type AskedEachWay,
  askEachWay,
  assumedEachWay,
  assumedSeed,
  isSeedDrawn,
  preparedSubject,
} from '../subject/index.ts';
import { walkWords } from '../words.ts';
import { otherwise } from './otherwise.ts';
import type { SentPacket } from './sent-packet.ts';

/** How a packet is followed. */
export interface SaidOfWay extends Pick<SaidOfWalk, 'lang' | 'engine'> {
  /** The answer is followed back too. */
  readonly reply?: boolean | undefined;
  /** Why rules up to this line did not match. */
  readonly whyNot?: number | undefined;
  /** Of the hash of PCC. */
  readonly seed?: number | undefined;
}

/** All ways of the packet, and of the answer to it. */
export interface Ways {
  readonly prepared: Prepared;
  readonly all: Possibilities;
  readonly answers: Possibilities | undefined;
  /** Why the answer that was asked for does not pass the router. */
  readonly noAnswer: string | undefined;
}

/** What becomes of a packet, and what that rests on. */
export interface Explanation {
  readonly found: Ways;
  /** The answers in each way that scripts may have gone. */
  readonly asked: AskedEachWay<string[]>;
  readonly assumed: readonly string[];
  readonly notes: readonly string[];
  /** On what the answer depends, in rules and in scripts. */
  readonly points: readonly PointView[];
  /** Other answers, with what would have to be known for them, as sentences. */
  readonly otherwise: readonly string[];
}

/** Follows a packet. */
export function explanationOf(
  subject: WalkSubject,
  { packet, assumed }: SentPacket,
  options: SaidOfWay,
): Explanation {
  const found = waysOf(subject, packet, options);
  const asked = askedEachWay(subject, packet, options);
  return {
    found,
    asked,
    assumed: [
      ...assumed,
      ...assumedSeed(subject, packet, options),
      ...assumedEachWay(subject, asked, options.lang),
    ],
    notes: linuxNotes(subject, found, options),
    points: [...pointsOf(found), ...asked.points],
    otherwise: otherAnswers(subject, packet, found, options),
  };
}

function waysOf(
  subject: WalkSubject,
  packet: Packet,
  { engine, seed, whyNot, reply, lang }: SaidOfWay,
): Ways {
  const prepared = preparedSubject(subject, seed);
  const watch: Watch | undefined =
    whyNot === undefined ? undefined : ({ origin }) => origin.span.start.line <= whyNot;
  // Of chance, one case is shown where the number that it hangs on is given.
  const drawn = seed !== undefined || !isSeedDrawn(subject.config.router, engine);
  const all = possibilities(prepared, packet, { watch, drawn });
  const [way] = all.scenarios[0]?.ways ?? [];
  const noAnswer = reply && way ? noAnswerText(prepared, way.trace, lang) : undefined;
  const isFollowed = reply && way && noAnswer === undefined;
  const answers = isFollowed ? possibleAnswers(prepared, packet, way, { drawn }) : undefined;
  return { prepared, all, answers, noAnswer };
}

/** What becomes of it where something is so that nobody has said; the same in several cases is said once. */
function otherAnswers(
  subject: WalkSubject,
  packet: Packet,
  { prepared, all }: Ways,
  { lang, seed }: SaidOfWay,
): string[] {
  const usual = answersText(prepared, all, lang).join(' ');
  const found = new Map<string, string[]>();
  for (const one of otherwise(subject, prepared, packet)) {
    const then = preparedSubject(one.subject, seed);
    const drawn = seed !== undefined || !isSeedDrawn(subject.config.router, 'routeros');
    const text = answersText(then, possibilities(then, one.packet, { drawn }), lang).join(' ');
    if (text !== usual) found.set(text, [...(found.get(text) ?? []), one.when(lang)]);
  }
  return [...found].map(([text, when]) => walkWords[lang].otherwise(when.join(walkWords[lang].or), text));
}

/** What `jalur run` does otherwise than the text with a connection that leaves by a line. */
function linuxNotes({ config }: WalkSubject, { all }: Ways, { engine, lang }: SaidOfWay): readonly string[] {
  if (!runsOnLinux(engine)) return [];
  const { wans } = rolesOf(config.router);
  const ways = all.scenarios.flatMap(one => one.ways);
  const leaves = ways.some(({ trace }) => wans.some(name => leavingOf(trace)?.out === name));
  return leaves ? [walkWords[lang].linuxPace] : [];
}

/** What the first sentence leaves out: statements that were not understood, a default route that may stand elsewhere. */
export function reservationOf(
  { found: { prepared, all, answers } }: Explanation,
  language: Language,
): string {
  const ways = [all, ...(answers ? [answers] : [])].flatMap(({ scenarios }) =>
    scenarios.flatMap(one => one.ways),
  );
  const isLost = ways.some(({ trace }) => trace.ending.kind === 'no-route');
  return reservation(prepared.router, language, isLost && isDefaultUnsaid(prepared));
}

/** The points of rules on which the answer depends. */
export const pointsOf = ({ all, answers }: Ways): PointView[] =>
  distinctPoints([...all.points, ...(answers?.points ?? [])]);

/** Were all ways walked? */
export const isComplete = ({ all, answers }: Ways): boolean => all.complete && answers?.complete !== false;

/** The answers in each way that scripts may have gone, and in the states between which a router that flaps goes. */
const askedEachWay = (subject: WalkSubject, packet: Packet, options: SaidOfWay): AskedEachWay<string[]> =>
  askEachWay(
    subject,
    ({ settled }) => {
      const phases = [settled, ...(settled.flapping?.phases ?? [])];
      const texts = phases.flatMap(situation =>
        answersIn(waysOf({ ...subject, situation }, packet, options), options.lang),
      );
      return [...new Set(texts)];
    },
    (one, other) => one.join() === other.join(),
  );

const answersIn = ({ prepared, all, answers, noAnswer }: Ways, language: Language): string[] => [
  ...answersText(prepared, all, language),
  ...(answers ? answersText(prepared, answers, language) : [noAnswer ?? []].flat()).map(
    text => `${walkWords[language].answer} ${text}`,
  ),
];

/** An explanation as data. */
export function explanationJson(
  { config }: WalkSubject,
  { found, assumed, notes, points, otherwise: others }: Explanation,
  language: Language,
) {
  const { prepared, all, answers, noAnswer } = found;
  return {
    file: config.file,
    ...verdictJson(points, isComplete(found)),
    assumptions: assumed,
    ways: waysJson(prepared, all, language),
    replies: answers ? waysJson(prepared, answers, language) : [],
    directReply: noAnswer,
    ...(notes.length > 0 && { notes }),
    ...(others.length > 0 && { otherwise: others }),
  };
}

const waysJson = (prepared: Prepared, { scenarios }: Possibilities, language: Language) =>
  scenarios.flatMap(({ conditions, ways }) =>
    ways.map(way => ({
      share: way.share,
      when: conditions.map(({ point, choice }) => ({ point: point.id, answer: point.choices[choice] })),
      ...storyJson(prepared, way.trace, explainWay(prepared, way, language)),
    })),
  );
