import { between, concernedFrom, outageAfter, quality } from '../../traffic/index.ts';
import { atLeast, atMost, duration, percent } from '../checks.ts';
import type { Conclusion, Judging, Piece } from '../define.ts';
import type { PingExpectation } from '../expect.ts';
import type { Check, Figure, Table } from '../result.ts';
import { type PingLog, type PingPart, steady } from './data.ts';
import type { PingWords } from './say.ts';

interface Found {
  readonly part: PingPart;
  readonly log: PingLog;
  readonly outageMs: number | undefined;
  readonly lostShare: number;
}

/** Judges loss with one ISP and the gap with two, and draws the pings over time. */
export function judgePing({ pieces, expect, say }: Judging<PingExpectation, PingLog, PingWords>): Conclusion {
  const found = pieces.map(toFound);
  return {
    finding: found.map(one => sentence(one, say)).join(' '),
    keys: found.map(({ part, lostShare, outageMs }) =>
      part === 'alone'
        ? { name: say.lostCheck, unit: '%', value: lostShare * 100 }
        : { name: say.gapCheck, unit: 'ms', value: outageMs ?? null, none: say.never },
    ),
    checks: expect ? found.flatMap(one => checks(one, expect, say)) : [],
    data: { runs: found.map(toData) },
    tables: [table(found, say)],
    figures: found.map(one => figure(one, say)),
    notes: [say.note],
  };
}

function toFound({ part, data: log }: Piece<PingLog>): Found {
  const down = between(log.samples, concernedFrom(log.samples, log.cutMs), log.repairMs);
  return {
    part: part === 'alone' ? 'alone' : 'backed-up',
    log,
    outageMs: outageAfter(log.samples, log.cutMs, steady).lengthMs,
    lostShare: quality(down).lossPct / 100,
  };
}

function sentence({ part, log, lostShare, outageMs }: Found, say: PingWords): string {
  const isp = log.isp.toUpperCase();
  return part === 'alone'
    ? say.lostAlone(isp, percent(lostShare))
    : say.gapWithBackup(isp, duration(say, outageMs));
}

function checks({ part, lostShare, outageMs }: Found, expect: PingExpectation, say: PingWords): Check[] {
  if (part === 'alone') {
    const lost = { what: say.lostCheck, value: lostShare, show: percent };
    return [atLeast(say, lost, expect['lost-while-down'].min)];
  }
  const show = (ms: number): string => duration(say, ms);
  const gap = { what: say.gapCheck, value: outageMs ?? Number.POSITIVE_INFINITY, show };
  return [atMost(say, gap, expect['outage-ms'].max)];
}

function toData({ part, log, outageMs, lostShare }: Found) {
  return {
    part,
    isp: log.isp,
    client: log.client,
    server: log.server,
    outageMs: outageMs ?? null,
    lostWhileDown: lostShare,
    recovered: outageMs !== undefined,
    phases: phases(log),
  };
}

function phases(log: PingLog) {
  const concernedMs = concernedFrom(log.samples, log.cutMs);
  const spans = [
    ['up', 0, concernedMs],
    ['down', concernedMs, log.repairMs],
    ['up again', log.repairMs, Number.POSITIVE_INFINITY],
  ] as const;
  return spans.map(([phase, from, to]) => {
    const samples = between(log.samples, from, to);
    const { delayMs = null, jitterMs = null, lossPct } = quality(samples);
    const lost = samples.filter(({ rttMs }) => rttMs === null).length;
    return { phase, sent: samples.length, lost, lossPct, delayMs, jitterMs };
  });
}

function table(found: readonly Found[], say: PingWords): Table {
  return {
    title: say.table,
    repeats: 'Gambar 8, 9',
    columns: [
      ...say.columns,
      say.lostMeasure,
      { title: say.loss, unit: '%' },
      { title: say.time, unit: 'ms' },
      { title: say.jitter, unit: 'ms' },
    ],
    rows: found.flatMap(({ part, log }) =>
      phases(log).map(({ phase, sent, lost, lossPct, delayMs, jitterMs }) => [
        say.setups[part],
        `${log.isp.toUpperCase()} ${say.phases[phase]}`,
        sent,
        sent - lost,
        lost,
        lossPct,
        delayMs,
        jitterMs,
      ]),
    ),
    note: say.tableNote,
  };
}

function figure({ part, log }: Found, say: PingWords): Figure {
  const since = (atMs: number): number => Math.round(atMs - log.startMs);
  const points = log.samples.map(({ atMs, rttMs }) => [since(atMs), rttMs] as const);
  return {
    kind: 'timeline',
    title: say.figure(log.client, log.server, say.setups[part]),
    quantity: say.roundTrip,
    unit: 'ms',
    series: [{ name: say.roundTrip, points }],
    marks: [
      { atMs: since(log.cutMs), label: say.markUnplugged(log.isp.toUpperCase()) },
      { atMs: since(log.repairMs), label: say.markPluggedIn },
    ],
    measure: { name: say.lostMeasure, value: log.samples.filter(({ rttMs }) => rttMs === null).length },
  };
}
