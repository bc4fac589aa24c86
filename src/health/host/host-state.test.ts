import { describe, expect, it } from 'vitest';
import { makeNetwatch, noOrigin, semanticsOf } from '../../model/index.ts';
import { type HostEffect, type HostTiming, hostCheckOf, nextHost, startHost } from '../index.ts';

const simple: HostTiming = {
  ...{ interval: 1000, timeout: 200, packets: 1, spacing: 0, delay: 0 },
  limits: { lossPercent: 0 },
};
const series: HostTiming = { ...simple, packets: 4, spacing: 50, limits: { lossPercent: 50 } };

/** Runs a check until `untilMs`, with an answer after `rttMs` to each probe, or none. */
function run(timing: HostTiming, untilMs: number, answer: (seq: number) => number | undefined): string[] {
  let [state, wakeMs] = [startHost(timing, 0), 0];
  const replies: { atMs: number; seq: number; rttMs: number }[] = [];
  const log: string[] = [];
  const note = (effects: readonly HostEffect[], nowMs: number): void => {
    for (const effect of effects) {
      if (effect.kind === 'changed') log.push(`${nowMs} ${effect.status}`);
      else {
        const rttMs = answer(effect.seq);
        if (rttMs !== undefined) replies.push({ atMs: nowMs + rttMs, seq: effect.seq, rttMs });
      }
    }
  };
  for (;;) {
    replies.sort((a, b) => a.atMs - b.atMs);
    const reply = replies[0] && replies[0].atMs <= wakeMs ? replies.shift() : undefined;
    const nowMs = reply?.atMs ?? wakeMs;
    if (nowMs > untilMs) return log;
    const step = nextHost(state, reply ? { kind: 'reply', ...reply } : { kind: 'wake' }, nowMs);
    ({ state, wakeMs } = step);
    note(step.effects, nowMs);
  }
}

describe('a host under watch', () => {
  it('one probe, answered → up with the first answer, said once', () => {
    expect(run(simple, 3500, () => 20)).toEqual(['20 up']);
  });

  it('one probe, lost → down when its time is over; answered again → up', () => {
    expect(run(simple, 3500, seq => (seq === 2 ? undefined : 20))).toEqual(['20 up', '1200 down', '2020 up']);
  });

  it('an answer after its time → as lost', () => {
    expect(run(simple, 1500, () => 300)).toEqual(['200 down']);
  });

  it('a first status of down → news as well; a delay → waited for', () => {
    expect(run({ ...simple, delay: 500 }, 800, () => undefined)).toEqual(['700 down']);
  });

  it('a series, half of it lost → up at the limit; more → down', () => {
    expect(run(series, 900, seq => (seq <= 2 ? 10 : undefined))).toEqual(['350 up']);
    expect(run(series, 900, seq => (seq === 1 ? 10 : undefined))).toEqual(['350 down']);
  });

  it.each([
    [{ average: 24 }, 'down'],
    [{ average: 25 }, 'up'],
    [{ longest: 39 }, 'down'],
    [{ jitter: 29 }, 'down'],
    [{ jitter: 30 }, 'up'],
    [{ deviation: 11 }, 'down'],
    [{ lossCount: 0 }, 'up'],
  ])('round trips of 10 to 40 ms against %j → %s', (limits, status) => {
    const timing = { ...series, limits: { lossPercent: 50, ...limits } };
    expect(run(timing, 900, seq => seq * 10)).toEqual([`190 ${status}`]);
  });

  it('one lost, none allowed by number → down', () => {
    const timing = { ...series, limits: { lossPercent: 50, lossCount: 0 } };
    expect(run(timing, 900, seq => (seq === 4 ? undefined : 10))).toEqual(['350 down']);
  });
});

describe('hostCheckOf', () => {
  const netwatch = (parts: object) => makeNetwatch({ id: 'n', origin: noOrigin, host: '8.8.8.8', ...parts });

  it('simple → one probe; icmp → a series with the limits that are stated; tcp-conn → its port', () => {
    expect(hostCheckOf(netwatch({}))).toMatchObject({
      method: 'ping',
      packets: 1,
      limits: { lossPercent: 0 },
    });
    const properties = { 'packet-count': '5', 'thr-loss-percent': '40%', 'thr-avg': '80ms' };
    expect(hostCheckOf(netwatch({ type: 'icmp', properties }))).toMatchObject({
      ...{ packets: 5, spacing: 50 },
      limits: { lossPercent: 40, average: 80, longest: undefined },
    });
    expect(hostCheckOf(netwatch({ type: 'tcp-conn', properties: { port: '443' } }))).toMatchObject({
      ...{ method: 'tcp', port: 443 },
    });
  });

  it('a type → asked by if our Linux program is said to ask by it', () => {
    const v7 = { dialect: 'v7', minor: undefined } as const;
    const linux = semanticsOf(v7, 'linux').netwatchTypes;
    for (const type of semanticsOf(v7).netwatchTypes)
      expect([type, hostCheckOf(netwatch({ type })) !== undefined]).toEqual([type, linux.includes(type)]);
  });

  it('a name, IPv6, or a type that we do not ask by → none', () => {
    for (const parts of [
      { host: 'example.org' },
      { host: '2001:db8::1' },
      { type: 'dns' },
      { type: 'http-get' },
    ])
      expect(hostCheckOf(netwatch(parts))).toBeUndefined();
  });
});
