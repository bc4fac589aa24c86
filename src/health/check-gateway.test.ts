import { describe, expect, it } from 'vitest';
import { type CheckEffect, type CheckState, next, startCheck } from './index.ts';

const v7 = { interval: 10_000, timeout: 1000, count: 2 };

/** Runs a check from 0 to `untilMs`, answering probes after `rttMs` unless it says undefined; returns what happened when. */
function run(
  timing: typeof v7,
  untilMs: number,
  answer: (sentMs: number) => number | undefined,
): { readonly log: string[]; readonly state: CheckState } {
  let state = startCheck(timing, 0);
  let wakeMs = 0;
  const replies: { readonly atMs: number; readonly seq: number }[] = [];
  const log: string[] = [];
  const note = (effects: readonly CheckEffect[], nowMs: number): void => {
    for (const effect of effects) {
      if (effect.kind === 'changed') {
        log.push(`${nowMs} ${effect.reachable ? 'up' : 'down'} after ${effect.silentMs}`);
        continue;
      }
      log.push(`${nowMs} send`);
      const rttMs = answer(nowMs);
      if (rttMs !== undefined) replies.push({ atMs: nowMs + rttMs, seq: effect.seq });
    }
  };
  while (true) {
    const reply = replies[0];
    const nowMs = reply && reply.atMs <= wakeMs ? reply.atMs : wakeMs;
    if (nowMs > untilMs) return { log, state };
    const event =
      reply && nowMs === reply.atMs
        ? ({ kind: 'reply', seq: reply.seq } as const)
        : ({ kind: 'wake' } as const);
    if (event.kind === 'reply') replies.shift();
    const step = next(state, event, nowMs);
    ({ state, wakeMs } = step);
    note(step.effects, nowMs);
  }
}

describe('check-gateway', () => {
  it('is reachable from the start and probes every 10 s', () => {
    const { log, state } = run(v7, 30_000, () => 20);
    expect(log).toEqual(['0 send', '10000 send', '20000 send', '30000 send']);
    expect(state.reachable).toBe(true);
  });

  it('is unreachable after two time-outs in a row, 11 s after the first lost probe', () => {
    const { log } = run(v7, 31_000, sent => (sent < 10_000 ? 20 : undefined));
    expect(log).toEqual(['0 send', '10000 send', '20000 send', '21000 down after 20980', '30000 send']);
  });

  it('forgives one lost probe', () => {
    const { log } = run(v7, 50_000, sent => (sent === 20_000 ? undefined : 20));
    expect(log.filter(line => !line.endsWith('send'))).toEqual([]);
  });

  it('is reachable again with the first answer', () => {
    const { log } = run(v7, 40_000, sent => (sent < 30_000 ? undefined : 30));
    expect(log).toEqual([
      ...['0 send', '10000 send', '11000 down after 11000', '20000 send', '30000 send'],
      ...['30030 up after 30030', '40000 send'],
    ]);
  });

  it('does not count an answer that comes after its time-out', () => {
    const { log } = run(v7, 12_000, () => 1500);
    expect(log).toContain('11000 down after 11000');
  });

  it('an answer to an earlier probe while the next is in flight → does not count', () => {
    const sent = next(startCheck(v7, 0), { kind: 'wake' }, 0);
    const missed = next(sent.state, { kind: 'wake' }, 1000);
    const again = next(missed.state, { kind: 'wake' }, 10_000);
    const late = next(again.state, { kind: 'reply', seq: 1 }, 10_001);
    expect(late).toEqual({ state: again.state, effects: [], wakeMs: 11_000 });
  });

  it('an answer after its time-out, none in flight → does not count', () => {
    const sent = next(startCheck(v7, 0), { kind: 'wake' }, 0);
    const missed = next(sent.state, { kind: 'wake' }, 1000);
    const late = next(missed.state, { kind: 'reply', seq: 1 }, 1500);
    expect(late).toEqual({ state: missed.state, effects: [], wakeMs: 10_000 });
  });

  it('waits 10 s for each answer in v6, without letting probes overlap', () => {
    const { log } = run({ interval: 10_000, timeout: 10_000, count: 2 }, 30_000, () => undefined);
    expect(log).toEqual(['0 send', '10000 send', '20000 down after 20000', '20000 send', '30000 send']);
  });

  it('cuts a time-out longer than the interval', () => {
    const { log } = run({ interval: 100, timeout: 1000, count: 3 }, 300, () => undefined);
    expect(log).toContain('300 down after 300');
  });

  it('woken long after it was due → probes at once, the next one an interval later', () => {
    const first = next(startCheck(v7, 0), { kind: 'wake' }, 0);
    const late = next(first.state, { kind: 'wake' }, 65_000);
    expect(late.effects).toEqual([{ kind: 'send', seq: 2 }]);
    expect(late.state.dueMs).toBe(75_000);
  });

  it('woken just before a time-out → nothing yet; at it → a miss', () => {
    const sent = next(startCheck(v7, 5000), { kind: 'wake' }, 5000);
    expect(sent).toMatchObject({ effects: [{ kind: 'send', seq: 1 }], wakeMs: 6000 });
    const early = next(sent.state, { kind: 'wake' }, 5999);
    expect(early).toEqual({ state: sent.state, effects: [], wakeMs: 6000 });
    const late = next(sent.state, { kind: 'wake' }, 6000);
    expect(late).toMatchObject({ state: { misses: 1, reachable: true }, effects: [], wakeMs: 15_000 });
    expect(late.state.sentMs).toBeUndefined();
  });

  it('none in flight, woken before the next is due → nothing', () => {
    const first = next(startCheck(v7, 0), { kind: 'wake' }, 0);
    const heard = next(first.state, { kind: 'reply', seq: 1 }, 20);
    expect(heard).toMatchObject({ state: { heardMs: 20, misses: 0 }, effects: [], wakeMs: 10_000 });
    expect(next(heard.state, { kind: 'wake' }, 9999)).toEqual({ ...heard, effects: [] });
    expect(next(heard.state, { kind: 'wake' }, 10_000).effects).toEqual([{ kind: 'send', seq: 2 }]);
  });

  it.each([
    [4000, 10_000],
    [9999, 10_000],
    [10_000, 20_000],
    [10_001, 20_001],
  ])('the first probe leaves %i ms late → the next is due at %i', (nowMs, dueMs) => {
    expect(next(startCheck(v7, 0), { kind: 'wake' }, nowMs).state.dueMs).toBe(dueMs);
  });

  it('a probe that left late is in flight when the next is due → that waits until it ends', () => {
    const v6 = { interval: 10_000, timeout: 10_000, count: 2 };
    const sent = next(startCheck(v6, 0), { kind: 'wake' }, 4000);
    expect(sent).toMatchObject({ state: { dueMs: 10_000 }, wakeMs: 14_000 });
    expect(next(sent.state, { kind: 'wake' }, 10_000)).toEqual({ ...sent, effects: [] });
    const ended = next(sent.state, { kind: 'wake' }, 14_000);
    expect(ended).toMatchObject({ state: { misses: 1, dueMs: 20_000 }, effects: [{ kind: 'send', seq: 2 }] });
  });

  it('an answer after a silence that began late → how long it was', () => {
    const { log } = run({ interval: 100, timeout: 50, count: 1 }, 250, sent =>
      sent === 100 ? undefined : 5,
    );
    expect(log.filter(line => !line.endsWith('send'))).toEqual(['150 down after 145', '205 up after 200']);
  });

  it('more misses after it is unreachable → said once; the misses are counted on', () => {
    const { log, state } = run({ interval: 100, timeout: 50, count: 2 }, 460, () => undefined);
    expect(log.filter(line => line.includes('down'))).toEqual(['150 down after 150']);
    expect(state).toMatchObject({ reachable: false, misses: 5 });
  });
});
