import type { EventPoint } from './point.ts';
import type { Settled } from './settled.ts';

/** What scripts and hours leave open, answered in one way, and the state that this leads to. */
export interface EventWay {
  /** As `--assume` takes them: `script@12` → `yes`. */
  readonly answers: Readonly<Record<string, string>>;
  readonly asked: readonly EventPoint[];
  readonly settled: Settled;
}

/** All ways; in the first, nothing happens of which nobody knows whether it does. */
export interface EventWays {
  readonly ways: readonly [EventWay, ...EventWay[]];
  /** Questions that were answered each way. */
  readonly asked: readonly EventPoint[];
  /** What no answer settles, or would have been one question too many. */
  readonly left: readonly EventPoint[];
}

/** So many questions are answered each way: 16 states. */
const mostAsked = 4;

/** By which `--assume` answers a question: two conditions of one line are answered as one. */
export const answerKey = ({ kind, line }: EventPoint): string => `${kind}@${line}`;

/** Answers what is open each way; an answer may lead to other questions. */
export function eventWays(
  settle: (answers: Readonly<Record<string, string>>) => Settled,
  most = mostAsked,
): EventWays {
  const ways: EventWay[] = [];
  const asked = new Map<string, EventPoint>();
  const follow = (
    answers: EventWay['answers'],
    before: readonly EventPoint[],
    settled: Settled,
  ): EventWay => {
    const question = settled.points.find(point => point.choices.length > 0 && !(answerKey(point) in answers));
    if (!question || before.length >= most) {
      const way = { answers, asked: before, settled };
      ways.push(way);
      return way;
    }
    asked.set(question.id, question);
    const [first] = ordered(question.choices).map(choice => {
      const given = { ...answers, [answerKey(question)]: choice };
      return follow(given, [...before, question], settle(given));
    });
    return first ?? { answers, asked: before, settled };
  };
  const first = follow({}, [], settle({}));
  const left = ways.flatMap(({ settled, answers }) =>
    settled.points.filter(point => !(answerKey(point) in answers)),
  );
  return {
    ways: [first, ...ways.filter(way => way !== first)],
    asked: [...asked.values()],
    left: [...new Map(left.map(point => [point.id, point])).values()],
  };
}

/** The text as it stands goes first. */
const ordered = (choices: readonly string[]): readonly string[] =>
  [...choices].sort((one, other) => Number(other === 'no') - Number(one === 'no'));

/** Questions on whose answers it depends whether this is so, of what is so in some ways and not in others. */
export function decisive(
  { ways, asked }: EventWays,
  isSo: (way: EventWay) => boolean,
): readonly EventPoint[] {
  const so = ways.map(way => ({ way, isSo: isSo(way) }));
  const found = asked.filter(question => {
    const key = answerKey(question);
    const rest = ({ answers }: EventWay) =>
      JSON.stringify(
        Object.entries(answers)
          .filter(([name]) => name !== key)
          .sort(),
      );
    return so.some(one =>
      so.some(
        other =>
          one.isSo !== other.isSo &&
          one.way.answers[key] !== other.way.answers[key] &&
          rest(one.way) === rest(other.way),
      ),
    );
  });
  return found.length > 0 ? found : asked;
}
