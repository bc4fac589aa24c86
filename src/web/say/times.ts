import { type Language, lasting as lastingWhole } from '../../text/index.ts';
import { unknown } from './numbers.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** `21:04:07`, in the time of whoever reads. */
export function clock(time: string | number): string {
  const date = new Date(time);
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}

/** `2026-11-30`. */
export function day(time: string | number): string {
  const date = new Date(time);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** `21:04:07` today, `2026-11-29 21:04` before. */
export const moment = (time: string | number, now: number = Date.now()): string =>
  day(time) === day(now) ? clock(time) : `${day(time)} ${clock(time).slice(0, 5)}`;

/** `21:04:07.123` */
export const precise = (time: string | number): string =>
  `${clock(time)}.${String(new Date(time).getMilliseconds()).padStart(3, '0')}`;

/** How long something is so, as every face says it: `3 d 4 h`, `12 min 7 s`, `430 ms`. */
export function lasting(ms: number | undefined, language: Language): string {
  if (ms === undefined || Number.isNaN(ms)) return unknown;
  return ms < 1000 && ms > 0 ? `${Math.round(ms)} ms` : lastingWhole(ms, language);
}

/** What is left of a time, `4:07`. */
export function left(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return `${Math.floor(seconds / 60)}:${two(seconds % 60)}`;
}
