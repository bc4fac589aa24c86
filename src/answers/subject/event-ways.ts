import type { Language } from '../../text/index.ts';
import {
  decisive,
  type EventPoint,
  type EventWay,
  type EventWays,
  eitherWayTexts,
  eventTexts,
  eventWays,
} from '../../walk/index.ts';
import type { WalkSubject } from './subject.ts';

/** A question about a router, asked in each way that its scripts may have gone. */
export interface AskedEachWay<T> {
  readonly events: EventWays;
  readonly answers: readonly { readonly way: EventWay; readonly answer: T }[];
  /** On what of scripts the answer depends. */
  readonly points: readonly EventPoint[];
  /** Questions that make no difference to it. */
  readonly idle: readonly EventPoint[];
}

/** Asks each way; `same`: do two answers say the same? `matters`: what no answer settles, could it? */
export function askEachWay<T>(
  { answered }: WalkSubject,
  ask: (way: EventWay) => T,
  same: (one: T, other: T) => boolean,
  matters: (point: EventPoint) => boolean = () => true,
): AskedEachWay<T> {
  const events = eventWays(answered);
  const answers = events.ways.map(way => ({ way, answer: ask(way) }));
  const [first] = answers;
  const alike = (way: EventWay): boolean => {
    const found = answers.find(one => one.way === way);
    return first !== undefined && found !== undefined && same(first.answer, found.answer);
  };
  const decides = events.ways.every(alike) ? [] : decisive(events, alike);
  return {
    events,
    answers,
    points: [...decides, ...events.left.filter(matters)],
    idle: events.asked.filter(point => !decides.includes(point)),
  };
}

/** What is assumed, with what of scripts it depends on in place of all that is open in them. */
export function assumedEachWay(
  { assumptions, situation }: Pick<WalkSubject, 'assumptions' | 'situation'>,
  { points, idle }: Pick<AskedEachWay<unknown>, 'points' | 'idle'>,
  language: Language,
): string[] {
  const open = new Set(eventTexts(situation.points ?? [], language));
  return [
    ...eventTexts(points, language),
    ...eitherWayTexts(idle, language),
    ...assumptions.filter(line => !open.has(line)),
  ];
}
