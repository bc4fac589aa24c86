import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchSilence } from './silence.ts';

let said: string[];
const watched = () =>
  watchSilence({
    ask: () => said.push('ask'),
    silent: () => said.push('silent'),
    heard: () => said.push('heard'),
  });

beforeEach(() => {
  said = [];
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

it('something comes each second → nobody is asked', () => {
  const silence = watched();
  silence.watch(true);
  for (let i = 0; i < 20; i++) {
    vi.advanceTimersByTime(1000);
    silence.hear();
  }
  expect(said).toEqual([]);
});

it('nothing comes → asked, then said within a few seconds, once; something comes → said, also where nobody watched meanwhile', () => {
  const silence = watched();
  silence.watch(true);
  vi.advanceTimersByTime(4000);
  expect(said).toEqual(['ask', 'silent']);
  vi.advanceTimersByTime(60_000);
  silence.watch(false);
  silence.watch(true);
  silence.hear();
  expect(said).toEqual(['ask', 'silent', 'heard']);
  vi.advanceTimersByTime(3000);
  silence.hear();
  expect(said).toEqual(['ask', 'silent', 'heard', 'ask']);
});

it('it is another socket → what it says first is no end of a silence', () => {
  const silence = watched();
  silence.watch(true);
  vi.advanceTimersByTime(5000);
  silence.forget();
  silence.hear();
  expect(said).toEqual(['ask', 'silent']);
});
