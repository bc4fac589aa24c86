import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { RatesMessage } from '../replies/live-reply.ts';
import { betweenSeconds } from './between-seconds.ts';

const passed = { receivedBps: 1, sentBps: 1, receivedPps: 1, sentPps: 1 };
const second: RatesMessage = {
  ...{ at: 'then', overMs: 1000, tracked: { tracked: 5, limit: 10 } },
  lines: { ether1: { ...passed, roundTripMs: 7, openedPerSecond: 3 } },
  interfaces: { ether1: passed, gone: passed },
};

let looks: number;
/** 1000 bytes each ms. */
const port = {
  nowMs: () => Date.now(),
  links: () => {
    looks += 1;
    const count = { rxBytes: 1000 * Date.now(), txBytes: 0, rxPackets: Date.now(), txPackets: 0 };
    return [{ name: 'ether1', counters: count }] as never;
  },
};

beforeEach(() => {
  looks = 0;
  vi.useFakeTimers({ now: 0 });
});
afterEach(() => vi.useRealTimers());

it('nobody wants more than a second says → nothing is read', () => {
  const between = betweenSeconds(port);
  between.heard(second);
  vi.advanceTimersByTime(3000);
  expect(looks).toBe(0);
});

it('ten times a second → what passed over the last one, and what the second said of the rest', () => {
  const between = betweenSeconds(port);
  const heard: RatesMessage[] = [];
  const end = between.follow(message => heard.push(message), 10);
  between.heard(second);
  vi.advanceTimersByTime(3000);
  expect(heard).toHaveLength(29);
  expect(heard.at(-1)).toMatchObject({
    ...{ overMs: 1000, tracked: { tracked: 5 } },
    lines: { ether1: { receivedBps: 8_000_000, receivedPps: 1000, roundTripMs: 7, openedPerSecond: 3 } },
  });
  expect(Object.keys(heard.at(-1)?.interfaces ?? {})).toEqual(['ether1']);
  end();
  looks = 0;
  vi.advanceTimersByTime(3000);
  expect([looks, heard.length]).toEqual([0, 29]);
});

it('two want it differently often → each as often as it asked', () => {
  const between = betweenSeconds(port);
  const counts = { often: 0, seldom: 0 };
  between.follow(() => counts.often++, 10);
  between.follow(() => counts.seldom++, 2);
  between.heard(second);
  vi.advanceTimersByTime(10_000);
  expect(counts.often).toBe(99);
  expect(counts.seldom).toBeGreaterThanOrEqual(19);
  expect(counts.seldom).toBeLessThanOrEqual(20);
});
