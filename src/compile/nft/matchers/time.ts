import { timeStretches, type WeekStretch } from '../../../model/index.ts';
import { inEvery } from '../../../text/index.ts';
import { clockOffset } from '../../time-zone.ts';
import { join, quote, setOf } from '../condition.ts';
import { complement, type DayPart, dayParts, joined, moved, type Stretch } from '../week.ts';
import type { MatcherCondition } from './matcher-condition.ts';

const daySeconds = 86_400;
const dayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/**
 * `time=8h-17h,mon,tue`: by the router's clock, which is that of its time zone. The kernel counts in UTC (hours,
 * nft_meta_hour; days as long as its own time zone is UTC), so the stretches are moved there, and hours are written
 * as plain seconds: quoted ones nft would take for the zone of whoever loads the table.
 */
export const timeCondition: MatcherCondition<'time'> = (matcher, { router }) => {
  const local = joined(timeStretches(matcher).map(inSeconds));
  const wanted = matcher.negated ? complement(local) : local;
  const parts = dayParts(wanted);
  if (parts.every(isWholeWeek)) return parts.map(() => '');
  const offset = clockOffset(router);
  if ('unknown' in offset) return { refused: inEvery(language => `time: ${offset.unknown[language]}`) };
  return dayParts(joined(moved(wanted, -offset.seconds))).map(partText);
};

/** Whole seconds, the last one included. */
const inSeconds = ({ from, to }: WeekStretch): Stretch => ({
  from: Math.ceil(from / 1000),
  to: Math.ceil(to / 1000) - 1,
});

const isWholeWeek = ({ from, to, days }: DayPart): boolean =>
  from === 0 && to === daySeconds - 1 && days.length === 7;

function partText({ from, to, days }: DayPart): string {
  const day = days.length === 7 ? '' : `meta day ${setOf(days.map(one => quote(dayNames[one] ?? '')))}`;
  return join(day, from === 0 && to === daySeconds - 1 ? '' : `meta hour ${from}-${to}`);
}
