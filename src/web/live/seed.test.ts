import { expect, it } from 'vitest';
import { nothing, recentLength, told } from './live.ts';
import { seeded } from './seed.ts';

const now = Date.parse('2026-11-30T00:10:00Z');
const point = (ago: number, avg: number) => ({
  time: new Date(now - ago * 1000).toISOString(),
  ...{ min: avg, avg, max: avg, n: 1 },
});

it('what was measured before the page was opened stands before what the stream told, second by second', () => {
  const live = told(
    nothing,
    {
      event: 'rates',
      data: {
        at: new Date(now).toISOString(),
        overMs: 1000,
        interfaces: {},
        lines: { ether1: { rttMs: 9 } },
      },
    },
    now,
  );
  const { rttMs, loss, sentBitsPerSecond } =
    seeded(live, 'ether1', { rtt: [point(3, 5), point(1, 7)], out: [point(2, 8)] }, now).recent['ether1'] ??
    {};
  // What probes say holds until they say more.
  expect(rttMs?.slice(-4)).toEqual([5, 5, 7, 9]);
  expect(sentBitsPerSecond?.slice(-3)).toEqual([8, undefined, undefined]);
  expect(rttMs).toHaveLength(recentLength);
  expect(loss?.every(value => value === undefined)).toBe(true);
});
