import type { MatcherValues } from './matcher.ts';
import { weekdays } from './matcher-values.ts';

/** A stretch of the week in ms since its Sunday began; its end is not part of it. */
export interface WeekStretch {
  readonly from: number;
  readonly to: number;
}

const second = 1000;
const day = 86_400 * second;
const week = 7 * day;

/**
 * When a `time=` condition holds, by the router's clock. A time that ends before it begins runs over midnight, and the
 * part behind midnight belongs to the day on which it began; equal ends are a whole day, and an end in its last second is
 * midnight (docs/routeros.md#matchers).
 */
export function timeStretches({ from, to: end, days }: MatcherValues['time']): WeekStretch[] {
  const to = end === day - second ? day : end;
  const length = from < to ? to - from : to + day - from;
  const on = days.length === 0 ? weekdays : days;
  return on.flatMap(name => {
    const start = weekdays.indexOf(name) * day + from;
    const stop = start + length;
    if (stop <= week) return [{ from: start, to: stop }];
    return [
      { from: start, to: week },
      { from: 0, to: stop - week },
    ].filter(one => one.from < one.to);
  });
}
