import { InvalidArgumentError } from 'commander';
import { parseDuration } from '../../net/index.ts';
import { inAsked } from '../options/language.ts';

/** What `--since` says, as ISO 8601 in UTC. */
export function parseSince(text: string): string {
  const clock = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text);
  if (clock && Number(clock[1]) < 24 && Number(clock[2]) < 60) {
    const [, hours, minutes, seconds = '0'] = clock;
    const time = new Date();
    time.setHours(Number(hours), Number(minutes), Number(seconds), 0);
    // Later than now means yesterday.
    if (time.getTime() > Date.now()) time.setDate(time.getDate() - 1);
    return time.toISOString();
  }
  const ago = clock ? undefined : parseDuration(text);
  if (ago !== undefined) return new Date(Date.now() - ago).toISOString();
  const time = /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time))
    throw new InvalidArgumentError(
      inAsked({
        en: '10m, 1h30m, 14:30 or 2026-01-31T14:30 are the forms.',
        id: 'Bentuknya 10m, 1h30m, 14:30, atau 2026-01-31T14:30.',
      }),
    );
  return new Date(time).toISOString();
}
