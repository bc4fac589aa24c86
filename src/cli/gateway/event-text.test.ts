import { expect, it } from 'vitest';
import { condition } from '../../gateway/conditions/index.ts';
import type { DecisionEvent, GatewayEvent } from '../../gateway/index.ts';
import type { Colours } from '../output/colour.ts';
import { eventText } from './event-text.ts';

const as = (text: string): string => text;
const plain: Colours = { red: as, yellow: as, green: as, cyan: as, bold: as, dim: as };
const text = (event: GatewayEvent) => eventText({ seq: 1, time: '2026-01-31T14:30:00.123Z', event }, plain);

const inIndonesian = (event: GatewayEvent) =>
  eventText({ seq: 1, time: '2026-01-31T14:30:00.123Z', event }, plain, 'id')?.slice(24);

const decision: DecisionEvent = {
  ...{
    type: 'decision',
    atMs: 100,
    durationMs: 43,
    reason: 'ether2 is down (nothing behind its gateway answers)',
  },
  causes: [
    {
      ...{ reason: 'ether2 is down (nothing behind its gateway answers)', atMs: 57 },
      evidence: { silentMs: 250, lost: 3, asked: ['ping 9.9.9.9'], roundTripMs: 11, jitterMs: 1, loss: 0 },
    },
  ],
  steps: { waited: 1, decided: 2, applied: 40 },
  ...{ changes: ['delete route x'], refused: [], scripts: ['down-script of office.rsc:3 has run'] },
};

it('events: a decision → cause, evidence, milliseconds of each step, scripts, what was done', () => {
  expect(text(decision)?.split('\n')).toEqual([
    '2026-01-31 14:30:00.123 decided: ether2 is down (nothing behind its gateway answers); done in 43.0 ms',
    '    evidence: asked ping 9.9.9.9, silent for 250 ms, 3 probes lost in a row, round trip 11.0 ms, jitter 1.0 ms, loss 0 %',
    '    waited 1.0 ms, decided in 2.0 ms, applied in 40.0 ms',
    '    down-script of office.rsc:3 has run',
    '    delete route x',
  ]);
});

it('events: ready → which lines are not up yet, and why', () => {
  const ready = { type: 'ready', atMs: 9, durationMs: 5, dialect: 'v7' } as const;
  expect(text({ ...ready, waiting: [] })).toBe('2026-01-31 14:30:00.123 ready after 5.0 ms (RouterOS v7)');
  const waiting = [
    { line: 'ether1', for: 'carrier' },
    { line: 'ether2', for: 'lease' },
  ] as const;
  expect(text({ ...ready, waiting })).toBe(
    '2026-01-31 14:30:00.123 ready after 5.0 ms (RouterOS v7); not up yet: ether1 (no link), ether2 (no lease)',
  );
});

it('events: a decision that changes nothing → one line', () => {
  const quiet = { ...decision, changes: [], scripts: [], causes: [] };
  expect(text(quiet)).toBe(
    '2026-01-31 14:30:00.123 decided: ether2 is down (nothing behind its gateway answers); nothing had to change',
  );
});

it('events: the machine refused a part → said', () => {
  const said = text({ ...decision, refused: ['Route y is not ours to set.'] });
  expect(said).toContain('done in 43.0 ms, but the machine refused a part of it');
  expect(said).toContain('    refused: Route y is not ours to set.');
});

it('events: what is no decision → one sentence; what the decision before it has said → nothing', () => {
  expect(text({ type: 'link', atMs: 1, interface: 'ether1', running: false })).toBe(
    '2026-01-31 14:30:00.123 the link of ether1 is down',
  );
  expect(text({ type: 'routes-changed', atMs: 1, durationMs: 1, reason: '', active: [] })).toBeUndefined();
});

it('events in Indonesian: a decision → its cause too, and what it rests on', () => {
  expect(inIndonesian(decision)?.split('\n').slice(0, 3)).toEqual([
    'keputusan: ether2 mati (tidak ada jawaban di belakang gateway); selesai dalam 43.0 ms',
    '    bukti: ditanya ping 9.9.9.9, diam selama 250 ms, 3 probe berturut-turut hilang, RTT 11.0 ms, jitter 1.0 ms, paket hilang 0 %',
    '    menunggu 1.0 ms, diputuskan dalam 2.0 ms, diterapkan dalam 40.0 ms',
  ]);
});

it('events in Indonesian: lines, leases, troubles → one sentence each', () => {
  const line = { type: 'line', atMs: 1, line: 'ether1', sinceMs: 1 } as const;
  expect(inIndonesian({ ...line, status: 'down', cause: 'carrier' })).toBe('jalur ether1 mati: link putus');
  expect(inIndonesian({ ...line, status: 'unknown', held: true })).toBe(
    'link jalur ether1 hidup; tidak dipakai sebelum ada jawaban, karena ada jalur lain yang hidup',
  );
  expect(inIndonesian({ type: 'lease', atMs: 1, interface: 'ether1' })).toBe('ether1 kehilangan lease DHCP');
  const facts = { interface: 'ether3', cause: 'carrier' } as const;
  expect(
    inIndonesian({ type: 'problem', atMs: 1, condition: condition('gateway/line-down', facts) }),
  ).toMatch(/^peringatan gateway\/line-down {2}ether3 mati: link-nya putus\. /);
});
