import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { namedTimers } from './timers.ts';

const dayMs = 86_400_000;
let nowMs: number;
let fired: string[];
let timers: ReturnType<typeof namedTimers<string>>;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  nowMs = 1000;
  fired = [];
  timers = namedTimers(
    () => nowMs,
    name => fired.push(name),
  );
});
afterEach(() => {
  timers.clear();
  vi.useRealTimers();
});

function pass(ms: number): void {
  nowMs += ms;
  vi.advanceTimersByTime(ms);
}

it('a timer → fires once its time is over, once', () => {
  timers.set('retry', 1000);
  pass(999);
  expect(fired).toEqual([]);
  pass(1);
  pass(10_000);
  expect(fired).toEqual(['retry']);
});

it('thirty days, more than Node counts → fires after thirty days, and not before', () => {
  timers.set('scripts', 30 * dayMs);
  for (let day = 0; day < 29; day++) pass(dayMs);
  expect(fired).toEqual([]);
  pass(dayMs);
  expect(fired).toEqual(['scripts']);
});

it('Node is early by the precise clock → the rest is waited for', () => {
  timers.set('drain', 1000);
  nowMs += 999.5;
  vi.advanceTimersByTime(1000);
  expect(fired).toEqual([]);
  pass(1);
  expect(fired).toEqual(['drain']);
});

it('cleared → none fires any more', () => {
  timers.set('retry', 1000);
  timers.set('scripts', 30 * dayMs);
  timers.clear();
  for (let day = 0; day < 31; day++) pass(dayMs);
  expect(fired).toEqual([]);
});

it('set again → the one before does not fire, also where it waits for its rest', () => {
  timers.set('trial', 1000);
  nowMs += 999.5;
  vi.advanceTimersByTime(1000);
  timers.set('trial', 5000);
  pass(4999);
  expect(fired).toEqual([]);
  pass(1);
  expect(fired).toEqual(['trial']);
});
