import { expect, it } from 'vitest';
import { knownGateway } from '../../metrics/testing/index.ts';
import type { DecisionEvent, GatewayEvent } from '../core/index.ts';
import { correlated, noCorrelations } from './correlate.ts';
import { entryOf } from './entry.ts';
import { type lineSeries, seriesCapacity, seriesName, seriesOf } from './series.ts';

const line: GatewayEvent = { type: 'line', atMs: 100, line: 'ether2', status: 'down', sinceMs: 100 };
const decision: DecisionEvent = {
  ...{ type: 'decision', atMs: 143, durationMs: 43, reason: 'ether2 is down', scripts: [], refused: [] },
  causes: [{ reason: 'ether2 is down', atMs: 100 }],
  steps: { waited: 1, decided: 2, applied: 40 },
  changes: ['delete route x'],
};
const follows: GatewayEvent = { type: 'routes-changed', atMs: 143, durationMs: 43, reason: '', active: [] };
const flows: GatewayEvent = { type: 'flows', atMs: 150, durationMs: 7, reset: 3, begunAnew: 1 };
const other: GatewayEvent = { type: 'link', atMs: 160, interface: 'ether5', running: false };

function idsOf(...events: readonly GatewayEvent[]): readonly string[] {
  let known = noCorrelations;
  return events.map((event, i) => {
    const found = correlated(known, { event }, `c${i}`);
    known = found.known;
    return found.id;
  });
}

it('correlation: a cause, its decision, the routes and the connections that moved → one id; what has nothing to do with it → another', () => {
  expect(idsOf(line, decision, follows, flows, other)).toEqual(['c0', 'c0', 'c0', 'c0', 'c4']);
});

it('correlation: two causes of one decision → the id of the first; a cause that was no event → one of its own', () => {
  const second = { ...line, atMs: 120, line: 'ether3' };
  const both = { ...decision, causes: [...decision.causes, { reason: 'ether3 is down', atMs: 120 }] };
  expect(idsOf(line, second, both)).toEqual(['c0', 'c1', 'c0']);
  expect(idsOf(decision, follows, flows)).toEqual(['c0', 'c0', 'c0']);
});

it('entries: what they are about; of diagnostics, which quote a text, their number alone', () => {
  const time = '2026-01-01T00:00:00.000Z';
  expect(entryOf({ time, event: line }, 'c0')).toEqual({
    ...{ time, kind: 'line', about: 'ether2', correlation: 'c0', body: line },
  });
  const event = { type: 'diagnostics', atMs: 1, diagnostics: [{} as never] } as const;
  expect(entryOf({ time, event }, 'c0').body).toEqual({ ...event, diagnostics: 1 });
});

it('series: two readings → rates between them; one alone → no rates', () => {
  const [first, second] = knownGateway.lines;
  if (!first || !second) throw new Error('no lines');
  const later = {
    ...first,
    received: { bytes: 2000, packets: 30 },
    sent: { bytes: 100, packets: 1 },
    opened: 40,
  };
  const before = { atMs: 1000, lines: knownGateway.lines, isProbed: false, tracked: 120 };
  const after = { ...before, atMs: 3000, lines: [later, second], isProbed: true };
  const now = seriesOf(after, before);
  const of = (series: (typeof lineSeries)[number]) => now[seriesName('ether1', series)];
  expect([of('in'), of('pin'), of('new'), of('rtt'), of('up')]).toEqual([4000, 10, 5, 11, 1]);
  // An interface that was made anew counts from 0: no rate rather than a wrong one.
  expect([of('out'), now[seriesName('ether2', 'up')], now['connections']]).toEqual([undefined, 0, 120]);
  expect(seriesOf(before, undefined)[seriesName('ether1', 'in')]).toBeUndefined();
  expect(seriesOf({ ...after, isProbed: false }, before)[seriesName('ether1', 'rtt')]).toBeUndefined();
});

it('series: room for the lines that there are and some more, within 250 MB for 200 series', () => {
  expect([1, 4, 8, 100].map(seriesCapacity)).toEqual([64, 80, 144, 400]);
});
