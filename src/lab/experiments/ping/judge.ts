import type { Topology } from '../../topology/topology.ts';
import { between, outageAfter, quality } from '../../traffic/index.ts';
import { atLeast, atMost, duration, percent, same } from '../checks.ts';
import type { Conclusion, Piece } from '../define.ts';
import type { PingExpectation } from '../expect.ts';
import type { Check, Figure, Table } from '../result.ts';
import { everyMs, type PingLog } from './data.ts';

/** So many answers in a row end a pause. */
const steady = 5;

const names: Readonly<Record<string, string>> = { alone: 'only ISP', 'backed-up': 'two ISPs' };

/** Judges loss with one ISP and the pause with two, and draws the pings over time. */
export function judgePing(
  pieces: readonly Piece<PingLog>[],
  expect: PingExpectation | undefined,
  _topology: Topology,
): Conclusion {
  const found = pieces.map(({ part, data }) => ({ part, log: data, ...outage(data) }));
  return {
    finding: found.map(sentence).join(' '),
    checks: expect ? found.flatMap(one => checks(one, expect)) : [],
    data: { runs: found.map(toData) },
    tables: [table(pieces)],
    figures: pieces.map(figure),
    notes: ['One ICMP flow of 64-byte echo requests, ten a second; an answer later than 1 s counts as lost.'],
  };
}

interface Found {
  readonly part: string;
  readonly log: PingLog;
  readonly outageMs: number | undefined;
  readonly lostShare: number;
  readonly recovered: boolean;
}

function outage(log: PingLog): Omit<Found, 'part' | 'log'> {
  const down = between(log.samples, log.cutMs, log.mendMs);
  const { lengthMs } = outageAfter(log.samples, log.cutMs, steady);
  return { outageMs: lengthMs, lostShare: quality(down).lossPct / 100, recovered: lengthMs !== undefined };
}

function sentence({ part, log, lostShare, outageMs }: Found): string {
  const isp = log.isp.toUpperCase();
  return part === 'alone'
    ? `With ${isp} alone ${percent(lostShare)} of the pings were lost while it was down.`
    : `With another ISP the pings of ${isp} paused for ${duration(outageMs)}.`;
}

function checks(found: Found, expect: PingExpectation): Check[] {
  const back = same(
    `answers after ${found.log.isp.toUpperCase()} is back (${names[found.part]})`,
    'yes',
    found.recovered ? 'yes' : 'no',
  );
  if (found.part === 'alone') {
    const { min } = expect['lost-while-down'];
    return [atLeast('lost while the only ISP is down', min, found.lostShare, percent), back];
  }
  const length = found.outageMs ?? Number.POSITIVE_INFINITY;
  const show = (ms: number): string => duration(Number.isFinite(ms) ? ms : undefined);
  return [atMost('pause with another ISP', expect['outage-ms'].max, length, show), back];
}

function toData({ part, log, outageMs, lostShare, recovered }: Found) {
  return {
    part,
    isp: log.isp,
    client: log.client,
    server: log.server,
    outageMs: outageMs ?? null,
    lostWhileDown: lostShare,
    recovered,
    phases: phases(log),
  };
}

function phases(log: PingLog) {
  // A ping that was on its way when the cable was pulled belongs to the time after.
  const cutMs = log.cutMs - everyMs;
  const spans = [
    ['up', 0, cutMs],
    ['down', cutMs, log.mendMs],
    ['up again', log.mendMs, Number.POSITIVE_INFINITY],
  ] as const;
  return spans.map(([phase, from, to]) => {
    const samples = between(log.samples, from, to);
    const { delayMs, jitterMs, lossPct } = quality(samples);
    const lost = samples.filter(({ rttMs }) => rttMs === null).length;
    return {
      phase,
      sent: samples.length,
      lost,
      lossPct,
      delayMs: delayMs ?? null,
      jitterMs: jitterMs ?? null,
    };
  });
}

function table(pieces: readonly Piece<PingLog>[]): Table {
  const ms = (value: number | null): string => (value === null ? '–' : `${value.toFixed(1)} ms`);
  return {
    title: 'Pings to an internet host',
    repeats: 'Gambar 8, 9',
    columns: ['set-up', 'ISP', 'pings', 'answered', 'lost', 'time (mean)', 'jitter'],
    rows: pieces.flatMap(({ part, data }) =>
      phases(data).map(({ phase, sent, lost, lossPct, delayMs, jitterMs }) => [
        names[part] ?? part,
        `${data.isp.toUpperCase()} ${phase}`,
        `${sent}`,
        `${sent - lost}`,
        `${lost} (${lossPct.toFixed(0)} %)`,
        ms(delayMs),
        ms(jitterMs),
      ]),
    ),
  };
}

function figure({ part, data }: Piece<PingLog>): Figure {
  const since = (atMs: number): number => Math.round(atMs - data.startMs);
  return {
    kind: 'timeline',
    title: `Ping from ${data.client} to ${data.server}, ${names[part] ?? part}`,
    unit: 'ms',
    series: [
      { name: 'round trip', points: data.samples.map(({ atMs, rttMs }) => [since(atMs), rttMs] as const) },
    ],
    marks: [
      { atMs: since(data.cutMs), label: `${data.isp.toUpperCase()} unplugged` },
      { atMs: since(data.mendMs), label: 'plugged in' },
    ],
  };
}
