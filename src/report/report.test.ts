import { describe, expect, it } from 'vitest';
import { seriesName } from '../gateway/index.ts';
import { openRing, type RingPort, readRing } from '../journal/index.ts';
import { gatewayReport, pastEvents, reportHtml, reportText, type TextOptions, tiphonOf } from './index.ts';
import { oneOutage } from './testing.ts';

function memory(): RingPort {
  let bytes = new Uint8Array(0);
  return {
    read: (offset, length) => bytes.slice(offset, offset + length),
    write: (offset, more) => bytes.set(more, offset),
    resize(size) {
      const after = new Uint8Array(size);
      after.set(bytes.subarray(0, size));
      bytes = after;
    },
    close() {},
  };
}

const at = (clock: string): number => Date.parse(`2026-11-30T${clock}Z`) / 1000;
const [since, until] = ['2026-11-30T02:30:00.000Z', '2026-11-30T02:40:00.000Z'];

/** Ten minutes, of which ether2 is down for four. */
function measured() {
  const port = memory();
  const ring = openRing(port, {
    capacity: 32,
    tiers: [
      { stepS: 1, rows: 3600 },
      { stepS: 60, rows: 600 },
    ],
  });
  for (let timeS = at('02:30:00'); timeS < at('02:40:00'); timeS++) {
    const isDown = timeS >= at('02:34:00') && timeS < at('02:38:00');
    ring.add(timeS, {
      [seriesName('ether1', 'up')]: 1,
      [seriesName('ether1', 'new')]: 3,
      [seriesName('ether2', 'up')]: isDown ? 0 : 1,
      [seriesName('ether2', 'new')]: isDown ? 0 : 1,
      [seriesName('ether2', 'rtt')]: isDown ? undefined : 200,
      [seriesName('ether2', 'jitter')]: isDown ? undefined : 10,
      [seriesName('ether2', 'loss')]: isDown ? undefined : 0.01,
      [seriesName('ether2', 'in')]: isDown ? 0 : 1e6,
      [seriesName('ether2', 'promised')]: 0.25,
    });
  }
  return readRing(port, () => at('02:40:00'));
}

const report = gatewayReport({ name: 'office', since, until, events: oneOutage, ring: measured() });
const options: TextOptions = {
  language: 'en',
  lasting: ms => `${Math.round(ms / 1000)} s`,
  ms: ms => `${ms} ms`,
  bitRate: bps => `${bps} bit/s`,
  table: (titles, rows) => [titles, ...rows].map(row => `${row.join(' | ')}\n`).join(''),
};

describe('report', () => {
  it('availability, quality, TIPHON and shares of each line', () => {
    const [first, second] = report.lines;
    expect(first).toMatchObject({
      line: 'ether1',
      measured: 1,
      available: 1,
      outages: [],
      tiphon: undefined,
    });
    expect(second).toMatchObject({
      ...{ line: 'ether2', measured: 1, roundTripMs: { avg: 200, max: 200 }, promised: 0.25 },
      tiphon: { delay: 3, jitter: 3, loss: 4 },
    });
    expect(second?.available).toBeCloseTo(0.6, 6);
    expect(first?.share).toBeCloseTo(1800 / (1800 + 360), 6);
    expect(second?.outages.map(({ id }) => id)).toEqual(['ether2-20261130T023412Z']);
    expect(second?.receivedBps?.avg).toBeCloseTo(0.6e6, 0);
  });

  it('what happened before the time began is not of it, but for lines that were down then', () => {
    expect(report.configs).toEqual([]);
    const later = gatewayReport({
      ...{ name: 'office', ring: undefined, events: oneOutage },
      ...{ since: '2026-11-30T02:35:00.000Z', until },
    });
    expect(later.incidents.length).toBe(1);
    expect(later.decisions.count).toBe(1);
    const after = gatewayReport({
      ...report,
      events: oneOutage,
      ring: undefined,
      since: '2026-11-30T02:39:00.000Z',
    });
    expect(after.incidents).toEqual([]);
  });

  it('text: the first line says how it was', () => {
    const [first] = reportText(report, options).split('\n');
    expect(first).toBe(
      'office, the last 600 s: ether1 available 100 %, ether2 available 60.000 %; 1 outage.',
    );
    expect(reportText(report, options)).toContain(
      '2 decisions changed something; half took at most 43 ms, the slowest 43 ms.',
    );
    expect(reportText({ ...report, lines: [] }, options)).toContain('No measurements are kept of this time.');
    expect(reportText(report, { ...options, language: 'id' })).not.toMatch(/\b(the|was|available)\b/);
  });

  it('HTML: loads nothing, escapes what others named, draws each line', () => {
    const html = reportHtml({ ...report, name: '<script>"x"' }, options);
    expect(html).not.toMatch(/<script|src=|https?:|@import|url\(/);
    expect(html).toContain('&lt;script&gt;&quot;x&quot;');
    expect(html.match(/<svg/g)?.length).toBe(2);
    expect(html).toContain('class="down"');
  });

  it('entries that are no events of ours → left out', () => {
    const entry = { id: 1, time: since, kind: 'line', about: '', correlation: 'a' };
    expect(
      pastEvents(
        [entry, entry, entry].map((one, i) => ({ ...one, body: [null, { type: 'x', atMs: 1 }, 5][i] })),
      ),
    ).toEqual([]);
    expect(
      pastEvents([{ ...entry, kind: 'diagnostics', body: { type: 'diagnostics', atMs: 1, diagnostics: 2 } }]),
    ).toEqual([]);
  });
});

it.each([
  [10, 0, 0, 4, 4, 4],
  [150, 1, 0.03, 3, 3, 3],
  [300, 75, 0.15, 2, 2, 2],
  [450, 125, 0.25, 1, 1, 1],
])('TIPHON: %d ms, jitter %d ms, loss %d → %d, %d, %d', (delay, jitter, loss, ...classes) => {
  const found = tiphonOf(delay, jitter, loss);
  expect([found?.delay, found?.jitter, found?.loss]).toEqual(classes);
});

it('TIPHON: one of them was not measured → none', () => expect(tiphonOf(10, undefined, 0)).toBeUndefined());
