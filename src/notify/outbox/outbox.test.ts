import { describe, expect, it } from 'vitest';
import { restoredPost, troubleOf } from '../postman.ts';
import { desk, phone } from '../testing/index.ts';
import type { Sent } from './outbox.ts';

const failed = (more: Partial<Sent> = {}): Sent =>
  ({ kind: 'failed', said: 'HTTP 503', tookMs: 5, ...more }) as Sent;
const delivered: Sent = { kind: 'delivered', said: '200', tookMs: 5 };
const restart = { kind: 'gateway', phase: 'started' } as const;

describe('a message that cannot be delivered', () => {
  it('is tried again after 5, 10, 20 … seconds, at most every five minutes', () => {
    const one = desk(phone, () => failed());
    one.at(0, restart);
    one.until(2000);
    const gaps = one.sendings.slice(1).map((at, n) => (at - (one.sendings[n] ?? 0)) / 1000);
    expect(gaps).toEqual([5, 10, 20, 40, 80, 160, 300, 300, 300, 300, 300]);
  });

  it('its server says when to come again → not before that', () => {
    const one = desk(phone, (_, attempt) => (attempt === 1 ? failed({ retryAfterMs: 60_000 }) : delivered));
    one.at(0, restart);
    one.until(300);
    expect(one.sendings).toEqual([500, 60_500]);
    expect(one.said()).toEqual(['started']);
  });

  it('is refused → lost, the next one goes out, and that is trouble until one is delivered', () => {
    const answers: Sent[] = [failed({ kind: 'refused', said: 'HTTP 400' }), delivered];
    const one = desk(phone, () => answers.shift() ?? delivered);
    one.at(0, restart);
    one.until(100);
    expect(troubleOf(one.state, one.now)).toBe('HTTP 400');
    one.at(100, restart);
    one.until(200);
    expect(one.said()).toEqual(['started']);
    expect(troubleOf(one.state, one.now)).toBeUndefined();
  });

  it('for five minutes → trouble; for a day → given up', () => {
    const one = desk(phone, () => failed());
    one.at(0, restart);
    one.until(299);
    expect(troubleOf(one.state, one.now)).toBeUndefined();
    one.until(302);
    expect(troubleOf(one.state, one.now)).toBe('HTTP 503');
    one.until(90_000);
    expect(one.state.outbox.waiting).toEqual([]);
  });
});

it('too many wait → the oldest are lost, the order stays', () => {
  let works = false;
  const one = desk(phone, () => (works ? delivered : failed()));
  for (let n = 0; n < 150; n++)
    one.at(n * 60, { kind: 'config', file: `${n}`, how: 'reload', result: 'in-force' });
  one.until(9100);
  expect(one.state.outbox.waiting.length).toBe(100);
  works = true;
  one.until(20_000);
  const files = one.messages.flatMap(({ statements }) =>
    statements.map(one => 'file' in one && Number(one.file)),
  );
  expect(files.length).toBe(100);
  expect(files).toEqual([...files].sort((a, b) => Number(a) - Number(b)));
  expect(files.at(-1)).toBe(149);
});

it('a restart → what waited is sent, with the same id', () => {
  const first = desk(phone, () => failed());
  first.at(0, restart);
  first.until(8);
  const [waiting] = first.state.outbox.waiting;
  const kept = JSON.parse(JSON.stringify(first.state)) as typeof first.state;
  const next = desk(phone, () => delivered, restoredPost(kept, 0));
  next.at(1, { kind: 'line', line: 'ether1', label: 'ether1', status: 'up' });
  next.until(60);
  expect(next.messages.map(({ id }) => id)).toEqual([waiting?.id]);
});

it('a restart in the middle of an outage → the end of it is told, not its beginning again', () => {
  const down = { kind: 'line', line: 'ether1', label: 'ether1', status: 'down' } as const;
  const first = desk();
  for (const line of ['ether1', 'ether2']) first.at(0, { ...down, line, label: line, status: 'up' });
  first.at(100, down);
  first.until(130);
  const kept = JSON.parse(JSON.stringify(first.state)) as typeof first.state;
  const next = desk(phone, () => delivered, restoredPost(kept, 0));
  next.at(0, down);
  next.at(300, { ...down, status: 'up' });
  next.until(400);
  expect([...first.said(), ...next.said()]).toEqual(['line-down ether1', 'line-up ether1']);
});
