import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriesName } from '../../src/gateway/index.ts';
import { journalFiles, openRing, openRingFile, openStore, usualTiers } from '../../src/journal/index.ts';
import { oneOutage } from '../../src/report/testing.ts';
import { quietly } from '../hostile/quietly.ts';

// A gateway that does not run, and what it has kept: the commands that read it.
const dir = mkdtempSync(join(tmpdir(), 'jalur-past-'));
const none = mkdtempSync(join(tmpdir(), 'jalur-none-'));
const agoMs = 3_600_000;
/** The outage of the story, an hour ago. */
const shiftMs = Date.now() - agoMs - Date.parse('2026-11-30T02:34:12.345Z');
const moved = (time: string): string => new Date(Date.parse(time) + shiftMs).toISOString();

beforeAll(() => {
  const store = openStore(dir);
  store.append(
    oneOutage.map(({ time, correlation, event }) => {
      return { time: moved(time), kind: event.type, about: '', correlation, body: event };
    }),
  );
  store.close();
  const ring = openRing(openRingFile(journalFiles(dir).ring), { capacity: 64, tiers: usualTiers });
  const fell = Math.floor((Date.now() - agoMs) / 1000);
  for (let timeS = fell - 600; timeS < fell; timeS++) {
    ring.add(timeS, { [seriesName('ether2', 'up')]: 1, [seriesName('ether2', 'pout')]: 1000 });
  }
  ring.close();
});
afterAll(() => {
  for (const folder of [dir, none]) rmSync(folder, { recursive: true, force: true });
});

const ask = (...words: readonly string[]) => quietly([...words, '--state', dir]);

describe('commands about the past, of a gateway that does not run', () => {
  it('incident → the story of the latest, with what was lost', async () => {
    const { code, out } = await ask('incident');
    expect(code).toBe(0);
    expect(out).toMatch(
      /^Incident ether2-\d{8}T\d{6}Z\nether2 was down for 4 min 12 s: nothing behind its gateway/,
    );
    expect(out).toContain('about 312 packets');
    expect(out).toContain('13 TCP connections of it were reset');
  });

  it('incident --list, one by its line, in Indonesian, as JSON', async () => {
    const { out } = await ask('incident', '--list');
    const id = /ether2-\S+/.exec(out)?.[0] ?? '';
    expect((await ask('incident', id, '--lang', 'id')).out).toContain('13 koneksi TCP');
    const found = JSON.parse((await ask('incident', 'ether2', '--json')).out);
    expect(found).toMatchObject({ id, lostPacketsAbout: 312, flows: { reset: 13, begunAnew: 30 } });
    expect(JSON.parse((await ask('incident', '--list', '--json')).out).length).toBe(1);
  });

  it('incident of no such name → exit code 1, and what there is', async () => {
    const { code, err } = await ask('incident', 'ether9');
    expect([code, err]).toEqual([1, expect.stringMatching(/no incident ether9[\s\S]*ether2-/)]);
  });

  it('events --since → from the journal; without → the latest', async () => {
    const { code, out } = await ask('events', '--since', '2h');
    expect(code).toBe(0);
    expect(out).toContain('line ether2 is down: nothing behind its gateway answers (silent for 312 ms)');
    expect(out).toContain('decided: ether2 is down (upstream); done in 43.0 ms');
    expect((await ask('events', '--since', '10m')).out).toBe('');
    const lines = (await ask('events', '--json')).out.trimEnd().split('\n');
    expect(lines.map(line => JSON.parse(line).event.type)).toEqual(oneOutage.map(({ event }) => event.type));
  });

  it('report → the first line says how it was; --json, --format html and --lang id too', async () => {
    const { code, out } = await ask('report', '--since', '2h');
    expect(code).toBe(0);
    expect(out).toMatch(/the last 2 h: ether2 available 100 %; 1 outage\.\n/);
    expect(JSON.parse((await ask('report', '--json')).out)).toMatchObject({
      incidents: [{ line: 'ether2' }],
    });
    expect((await ask('report', '--format', 'html')).out).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/);
    expect((await ask('report', '--lang', 'id')).out).toContain('tersedia');
  });

  it.each([['incident'], ['report'], ['events']])(
    '%s where nothing is kept → exit code 2, and what to do',
    async word => {
      const { code, err } = await quietly([word, '--state', none]);
      expect(code).toBe(2);
      expect(err).toMatch(/jalur run/);
    },
  );
});
