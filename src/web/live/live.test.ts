import { describe, expect, it } from 'vitest';
import type { Recorded } from '../client/types.ts';
import { mainEvents, mergedEvents } from './events.ts';
import { lost, nothing, recentLength, told } from './live.ts';

const event = (seq: number, time: string): Recorded => ({
  seq,
  time,
  text: `event ${seq}`,
  event: { type: 'link', atMs: 0, interface: 'ether1', running: true },
});
const rates = (rttMs?: number, second = 0) => ({
  event: 'rates' as const,
  data: {
    ...{ at: new Date(second * 1000).toISOString(), overMs: 1000, interfaces: {} },
    lines: { ether1: rttMs === undefined ? {} : { rttMs } },
  },
});

describe('what the stream tells', () => {
  it('rates: more than are kept → the last ones, with gaps where nothing was measured', () => {
    let live = nothing;
    for (let index = 0; index < recentLength + 5; index++)
      live = told(live, rates(index % 2 ? index : undefined, index), 0);
    const recent = live.recent['ether1']?.rttMs ?? [];
    expect(recent).toHaveLength(recentLength);
    expect(recent.slice(-2)).toEqual([recentLength + 3, undefined]);
    expect(live.contact).toEqual({ state: 'live' });
  });

  it('rates: ten in one second → the newest is now, one of them is kept', () => {
    let live = nothing;
    for (const rttMs of [1, 2, 3]) live = told(live, rates(rttMs), 0);
    expect([live.rates['ether1']?.rttMs, live.recent['ether1']?.rttMs]).toEqual([3, [1]]);
  });

  it('events: said twice, out of order → each once, newest first', () => {
    const [a, b] = [event(1, '2026-11-30T00:00:01Z'), event(2, '2026-11-30T00:00:02Z')];
    expect(mergedEvents([b], [a, b]).map(one => one.seq)).toEqual([2, 1]);
  });

  it('a line that is said to be up twice as a run begins → once; again after the gateway stopped', () => {
    const line = (seq: number, status: 'up' | 'down') => ({
      ...event(seq, `2026-11-30T00:00:0${seq}Z`),
      event: { type: 'line', atMs: 0, line: 'ether1', status, sinceMs: 0 } as const,
    });
    const stopped = {
      ...event(3, '2026-11-30T00:00:03Z'),
      event: { type: 'stopped', atMs: 0, undone: true } as const,
    };
    const all = [line(6, 'up'), line(5, 'down'), line(4, 'up'), stopped, line(2, 'up'), line(1, 'up')];
    expect(mainEvents(all).map(one => one.seq)).toEqual([6, 5, 4, 3, 1]);
  });

  it('a decision that changes nothing → a small step; one that is refused → not', () => {
    const decision = (seq: number, changes: string[], refused: string[]): Recorded => ({
      ...event(seq, `2026-11-30T00:00:0${seq}Z`),
      event: {
        ...{ type: 'decision', atMs: 0, durationMs: 1, reason: '', causes: [], scripts: [] },
        ...{ steps: { waited: 0, decided: 0, applied: 0 }, changes, refused },
      },
    });
    const all = [decision(3, [], ['no']), decision(2, ['route'], []), decision(1, [], [])];
    expect(mainEvents(all).map(one => one.seq)).toEqual([3, 2]);
  });

  it('offline: the daemon is lost since the first message; online → live', () => {
    const data = { at: '2026-11-30T00:00:00Z', detail: 'gone', do: 'wait' };
    const off = told(told(nothing, { event: 'offline', data }, 100), { event: 'offline', data }, 200);
    expect(off.contact).toEqual({ state: 'lost', what: 'daemon', since: 100 });
    expect(told(off, { event: 'online', data: { at: data.at } }, 300).contact).toEqual({ state: 'live' });
  });

  it('the server is lost after the daemon → since the first of both', () => {
    const both = lost(lost(nothing, 'daemon', 100), 'server', 900);
    expect(both.contact).toEqual({ state: 'lost', what: 'server', since: 100 });
  });
});
