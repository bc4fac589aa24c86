import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PastQuestion, seriesName } from '../../gateway/index.ts';
import { openLinesStore, openRing, openRingFile, type RingReader, readRing } from '../../journal/index.ts';
import { oneOutage } from '../testing.ts';
import { pastAnswer } from './past-answer.ts';

// One outage of ether2, from 02:34 to 02:38, and what was measured in its ten minutes.

const folder = mkdtempSync(join(tmpdir(), 'past-'));
const store = openLinesStore(join(folder, 'journal'));
let ring: RingReader | undefined;
const at = (clock: string): string => `2026-11-30T${clock}.000Z`;
const now = at('02:40:00');

beforeAll(() => {
  store.append(
    oneOutage.map(({ time, event, correlation }) => {
      return { time, kind: event.type, about: '', correlation, body: event };
    }),
  );
  const file = openRingFile(join(folder, 'ring'));
  const tiers = [
    { stepS: 1, rows: 300 },
    { stepS: 10, rows: 3600 },
  ];
  const writer = openRing(file, { capacity: 8, tiers });
  for (let s = 0; s < 600; s++) {
    const values = { [seriesName('ether2', 'rtt')]: s % 10, [seriesName('ether2', 'pout')]: 100 };
    writer.add(Date.parse(at('02:30:00')) / 1000 + s, { ...values, connections: s });
  }
  writer.flush();
  ring = readRing(file, () => Date.parse(now) / 1000);
});

afterAll(() => rmSync(folder, { recursive: true }));

const ask = <Q extends PastQuestion>(question: Q) =>
  pastAnswer(question, { entries: query => store.entries(query), ring }, now);
const id = 'ether2-20261130T023412Z';

describe('incidents', () => {
  it('of a time → those that reach into it', () => {
    const found = ask({ kind: 'incidents', since: at('02:36:00'), limit: 10 });
    expect(found.incidents.map(one => one.id)).toEqual([id]);
    expect(ask({ kind: 'incidents', since: at('02:39:00'), limit: 10 }).incidents).toEqual([]);
    expect(ask({ kind: 'incidents', limit: 0 }).incidents).toEqual([]);
  });

  it.each([[id], ['ether2']])(
    '%s → its page: story, loss, what belongs to it, what was measured around it',
    which => {
      const page = ask({ kind: 'incident', incident: which, language: 'id' });
      expect(page).toMatchObject({ incident: { id, downMs: 252_055 }, lostPacketsAbout: 31 });
      expect(page?.story).toContain('ether2');
      expect(page?.story).toContain('4 mnt 12 dtk');
      expect(page?.events.map(({ event }) => event.type)).toEqual([
        ...['line', 'decision', 'flows', 'flows', 'line', 'decision'],
      ]);
      expect(page?.series.series['rtt']?.length).toBeGreaterThan(0);
    },
  );

  it.each([['ether9'], ['ether2-20261130T023413Z'], ['ether2-20269999T999999Z'], ['']])(
    '%s → none',
    which => {
      expect(ask({ kind: 'incident', incident: which, language: 'en' })).toBeUndefined();
    },
  );
});

describe('series', () => {
  const names = { rtt: seriesName('ether2', 'rtt'), all: 'connections', none: 'ether9/rtt' };

  it('a short time → second by second; what nobody measures → empty', () => {
    const found = ask({ kind: 'series', names, since: at('02:39:00') });
    expect([found.stepMs, found.series['rtt']?.length, found.series['none']]).toEqual([1000, 60, []]);
    expect(found.series['all']?.at(-1)).toMatchObject({ avg: 599 });
  });

  it('longer than its seconds are kept, or a longer step → joined, with least and most', () => {
    const found = ask({ kind: 'series', names, since: at('02:30:00') });
    expect([found.stepMs, found.series['rtt']?.[0]]).toMatchObject([
      10_000,
      { min: 0, max: 9, avg: 4.5, n: 10 },
    ]);
    const minutes = ask({ kind: 'series', names, since: at('02:30:00'), stepMs: 60_000 });
    expect([minutes.stepMs, minutes.series['rtt']?.length]).toEqual([60_000, 10]);
    expect(minutes.series['rtt']?.[0]).toMatchObject({ min: 0, max: 9, n: 60 });
  });

  it('nothing is measured there → empty', () => {
    const question = { kind: 'series', names, since: at('02:39:00') } as const;
    const found = pastAnswer(question, { entries: () => [], ring: undefined }, now);
    expect(found.series).toEqual({ rtt: [], all: [], none: [] });
  });
});

describe('journal', () => {
  it('page after page → each entry once, the latest first', () => {
    const first = ask({ kind: 'journal', limit: 5 });
    expect(first.items.map(({ seq }) => seq)).toEqual([8, 7, 6, 5, 4]);
    const second = ask({ kind: 'journal', limit: 5, beforeId: Number(first.next) });
    expect([second.items.map(({ seq }) => seq), second.next]).toEqual([[3, 2, 1], undefined]);
  });

  it('of a kind, or what belongs together → these', () => {
    expect(ask({ kind: 'journal', limit: 9, kinds: ['flows'] }).items).toHaveLength(2);
    expect(ask({ kind: 'journal', limit: 9, correlation: 'd' }).items).toHaveLength(2);
  });
});

it('applied → which configurations came, by whom, and what became of them', () => {
  expect(ask({ kind: 'applied', limit: 5 })).toEqual([
    {
      ...{ time: at('02:00:00'), file: 'office.rsc', how: 'start', by: 'root', result: 'in-force' },
      ...{ changes: 0, hash: undefined, correlation: 'a' },
    },
  ]);
});

it('report → lines and incidents of a time', () => {
  const report = ask({ kind: 'report', name: 'office', since: at('02:30:00') });
  expect(report).toMatchObject({ name: 'office', until: now, incidents: [{ id }], configs: [] });
});
