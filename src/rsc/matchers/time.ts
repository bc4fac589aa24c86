import { type MatcherValues, weekdays } from '../../model/index.ts';
import { parseDuration, printDuration } from '../../net/index.ts';
import { listOf, oneOf } from '../types/index.ts';
import type { MatcherSyntax } from './syntax.ts';

const days = listOf(oneOf(...weekdays));
const day = 86_400_000;

/** `time=8h-17h,mon,tue`; without days on every day. */
export const time: MatcherSyntax<MatcherValues['time']> = {
  name: '[!]time-time,days',
  example: '8h-17h,mon,tue,wed,thu,fri',
  choices: weekdays,
  read: text => {
    const [, first = '', last = '', rest = ''] = /^([\w:]+)-([\w:]+)(?:,(.+))?$/.exec(text) ?? [];
    const [from, to, on] = [parseDuration(first), parseDuration(last), days.read(rest)];
    if (from === undefined || to === undefined || !on || from > day || to > day) return undefined;
    return { from, to, days: on };
  },
  write: ({ from, to, days: on }) => [`${printDuration(from)}-${printDuration(to)}`, ...on].join(','),
};
