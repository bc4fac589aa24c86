import { type MatcherOf, weekdays } from '../../../model/index.ts';
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
  const local = joined(stretchesOf(matcher));
  const wanted = matcher.negated ? complement(local) : local;
  const parts = dayParts(wanted);
  if (parts.every(isWholeWeek)) return parts.map(() => '');
  const offset = clockOffset(router);
  if ('unknown' in offset) return { refused: `time: ${offset.unknown}` };
  return dayParts(joined(moved(wanted, -offset.seconds))).map(partText);
};

/** By the clock of the router, from Sunday 0:00. From late to early is over midnight; equal ends are the whole day (xt_time). */
function stretchesOf({ from, to, days }: MatcherOf<'time'>): Stretch[] {
  const [start, end] = [Math.floor(from / 1000), Math.min(Math.floor(to / 1000), daySeconds - 1)];
  const oneDay =
    start < end
      ? [{ from: start, to: end }]
      : [
          { from: 0, to: end },
          { from: start, to: daySeconds - 1 },
        ];
  const on = days.length === 0 ? weekdays : days;
  return on
    .map(name => weekdays.indexOf(name) * daySeconds)
    .flatMap(begin => oneDay.map(part => ({ from: begin + part.from, to: begin + part.to })));
}

const isWholeWeek = ({ from, to, days }: DayPart): boolean =>
  from === 0 && to === daySeconds - 1 && days.length === 7;

function partText({ from, to, days }: DayPart): string {
  const day = days.length === 7 ? '' : `meta day ${setOf(days.map(one => quote(dayNames[one] ?? '')))}`;
  return join(day, from === 0 && to === daySeconds - 1 ? '' : `meta hour ${from}-${to}`);
}
