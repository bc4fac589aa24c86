import {
  type MatcherOf,
  type MatcherValues,
  type Router,
  rulesOf,
  timeStretches,
  weekdays,
} from '../../model/index.ts';

type Time = MatcherOf<'time'>;

/** A moment of the week that rules can tell from others: ms since its Sunday began. */
export interface Moment {
  readonly at: number;
  /** `mon 14:00`. */
  readonly text: string;
}

const day = 86_400_000;
const week = 7 * day;

/** Does a `time=` condition hold then? */
export const isWithin = (time: MatcherValues['time'], at: number): boolean =>
  timeStretches(time).some(({ from, to }) => at >= from && at < to);

/** One moment of each kind that the router's rules can tell apart, the longest-lasting kind first. */
export function momentsOf(router: Router): Moment[] {
  const times = rulesOf(router, 'ipv4')
    .filter(({ disabled }) => !disabled)
    .flatMap(({ matchers }) => matchers.filter((one): one is Time => one.kind === 'time'));
  const cuts = weekdays.flatMap((_, i) => [
    i * day,
    ...times.flatMap(({ from, to }) => [i * day + from, i * day + to]),
  ]);
  const starts = [...new Set(cuts)].filter(at => at < week).sort((a, b) => a - b);
  const kinds = new Map<string, { readonly at: number; readonly lasts: number }>();
  starts.forEach((at, i) => {
    const kind = times.map(time => (isWithin(time, at) ? '1' : '0')).join('');
    const known = kinds.get(kind);
    const lasts = (starts[i + 1] ?? week) - at + (known?.lasts ?? 0);
    kinds.set(kind, { at: known?.at ?? at, lasts });
  });
  return [...kinds.values()]
    .sort((a, b) => b.lasts - a.lasts)
    .map(({ at }) => ({ at, text: momentName(at) }));
}

function momentName(at: number): string {
  const two = (value: number): string => `${Math.floor(value)}`.padStart(2, '0');
  const time = at % day;
  return `${weekdays[Math.floor(at / day)]} ${two(time / 3_600_000)}:${two((time % 3_600_000) / 60_000)}`;
}

/** `mon 14:00`, `sun 8:30`; undefined: it is none. */
export function parseMoment(text: string): number | undefined {
  const [, name, hours = '', minutes = ''] = /^([a-z]{3}) (\d{1,2}):(\d\d)$/i.exec(text.trim()) ?? [];
  const days: readonly string[] = weekdays;
  const index = days.indexOf((name ?? '').toLowerCase());
  if (index < 0 || Number(hours) > 23 || Number(minutes) > 59) return undefined;
  return index * day + Number(hours) * 3_600_000 + Number(minutes) * 60_000;
}
