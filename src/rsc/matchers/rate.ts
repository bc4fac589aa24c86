import { type Duration, parseDuration, printDuration } from '../../net/index.ts';
import { readNumber } from './number.ts';

/** So many in a window of time. */
export interface Window {
  readonly count: number;
  readonly perMs: Duration;
}

/** `5` (a second), `50/5s`, `10M`; undefined for anything else. */
export function readWindow(text: string): Window | undefined {
  const [, first = '', time = '1s'] = /^([^/]+)(?:\/(\w+))?$/.exec(text) ?? [];
  const count = readNumber(first);
  const perMs = parseDuration(time);
  return count === undefined || !perMs ? undefined : { count, perMs };
}

/** A second is not said, as in exports. */
export function writeWindow({ count, perMs }: Window): string {
  return perMs === 1000 ? `${count}` : `${count}/${printDuration(perMs)}`;
}
