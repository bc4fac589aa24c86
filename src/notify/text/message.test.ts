import { describe, expect, it } from 'vitest';
import type { Statement } from '../statement.ts';
import { phone } from '../testing/index.ts';
import { filled, unknownFields, written } from './index.ts';

const clocks = {
  clock: (atMs: number) => new Date(atMs).toISOString().slice(11, 16),
  moment: (atMs: number) => new Date(atMs).toISOString(),
  iso: (atMs: number) => new Date(atMs).toISOString(),
};
const sender = { gateway: 'office', host: 'gw1' };
const say = (statements: readonly Statement[], more: Partial<typeof phone> = {}) =>
  written(
    { id: 'phone-1', atMs: Date.UTC(2026, 10, 30, 14, 6), statements },
    { ...phone, ...more },
    { sender, clocks },
  );

const sinceMs = Date.UTC(2026, 10, 30, 14, 5);
const of = { line: 'ether2', label: 'ISP2 (ether2)', cause: 'upstream', sinceMs, along: [] };
const down: Statement = { kind: 'line-down', isFound: false, ...of };
const failover: Statement = { kind: 'failover', from: ['ISP2'], to: ['ISP1'] };

describe('messages', () => {
  it('an outage with its failover → one message in either language', () => {
    expect(say([down, failover])).toMatchObject({
      title: 'office: ISP2 (ether2) is down (+1)',
      text: 'ISP2 (ether2) is down: nothing behind its gateway answers, since 14:05.\nTraffic goes by ISP1 now: before: ISP2.',
      urgency: 'error',
    });
    expect(say([down, failover], { language: 'id' })).toMatchObject({
      title: 'office: ISP2 (ether2) mati (+1)',
      text: 'ISP2 (ether2) mati: tidak ada yang menjawab di belakang gateway-nya, sejak 14:05.\nLalu lintas sekarang lewat ISP1: sebelumnya: ISP2.',
    });
  });

  it('every kind of statement → a sentence in each language, and JSON with its kind', () => {
    const condition = { title: 'Something is wrong', what: 'W.', do: 'D.' };
    const states = ['raised', 'cleared', 'was', 'flaps', 'steady'] as const;
    const conditions = states.map(
      (state): Statement => ({
        ...{ kind: 'condition', state, code: 'gateway/x', severity: 'error', isOpen: state === 'raised' },
        ...{ text: { en: condition, id: condition }, lastedMs: 1000, times: 1 },
      }),
    );
    const all: readonly Statement[] = [
      down,
      { ...down, isFound: true, along: ['a', 'b'] },
      { kind: 'line-up', isDegraded: false, lastedMs: 600_000, times: 1, still: ['x'], ...of },
      { kind: 'line-up', isDegraded: true, lastedMs: 600_000, times: 3, still: [], ...of },
      { kind: 'line-was-down', lastedMs: 12_000, times: 2, ...of },
      { kind: 'line-degraded', ...of },
      { kind: 'line-fine', lastedMs: 5000, ...of },
      { kind: 'line-flaps', times: 4, overMs: 90_000, status: 'down', ...of },
      { kind: 'line-steady', times: 4, overMs: 90_000, status: 'up', ...of },
      { kind: 'link-down', interface: 'ether1', sinceMs, along: ['a', 'b'] },
      failover,
      { kind: 'failover', from: [], to: [] },
      ...conditions,
      { kind: 'config', file: 'a.rsc', how: 'apply', result: 'refused', by: 'budi' },
      { kind: 'started', idleMs: 3000 },
      { kind: 'started' },
      { kind: 'stopped' },
      { kind: 'test' },
    ];
    for (const language of ['en', 'id'] as const)
      for (const one of all) {
        const { title, text, json } = say([one], { language });
        expect(title.length, one.kind).toBeGreaterThan(10);
        expect(text).toMatch(/\.$/);
        expect(`${title} ${text}`).not.toMatch(/undefined|NaN|\[object|\{\{/);
        expect(JSON.parse(JSON.stringify(json)).events).toMatchObject([{ what: one.kind, text }]);
      }
  });

  it('templates → fields filled in, what values say is no template; the title is one line', () => {
    const title = '{{ line }}|{{status}}\n|{{cause}}|{{event}}|{{severity}}';
    const label = 'ISP {{host}}\n(x)';
    const { title: said, text } = say([{ ...down, label }], { title, text: '{{host}}: {{title}}' });
    expect(said).toBe('ISP {{host}} (x)|down |nothing behind its gateway answers|line-down|error');
    expect(text).toBe('gw1: ISP {{host}}\n(x) is down');
    expect(unknownFields('{{gatway}} {{text}} {{ }}')).toEqual(['gatway', '']);
    expect(filled('a', {} as never)).toBe('a');
  });

  it('dozens of lines → the first few by name', () => {
    const along = Array.from({ length: 30 }, (_, n) => `vlan${n}`);
    expect(say([{ ...down, along }]).text).toContain('vlan6 and 23 more are down.');
  });
});
