import { showRate } from '../../../net/index.ts';
import { around, atLeast, atMost, type Measured, percent } from '../checks.ts';
import type { Conclusion, Judging } from '../define.ts';
import type { Bound, SpeedExpectation } from '../expect.ts';
import type { Check } from '../result.ts';
import type { SpeedRow } from './data.ts';
import { bars, timeline } from './figures.ts';
import { isManyServers, isOneServer, nameOf, partOf } from './row.ts';
import type { SpeedWords } from './say.ts';
import { idleTable, limitTable, speedTable } from './tables.ts';

/** Judges utilisation against what is expected, and draws the paper's speed tests. */
export function judgeSpeed({
  pieces,
  expect,
  topology,
  say,
}: Judging<SpeedExpectation, SpeedRow, SpeedWords>): Conclusion {
  const rows = pieces.map(({ data }) => data);
  return {
    finding: finding(rows, say),
    keys: rows.filter(isManyServers).flatMap(row => [
      { name: say.download(nameOf(row, say)), unit: 'bit/s', value: row.downloadBps },
      { name: say.upload(nameOf(row, say)), unit: 'bit/s', value: row.uploadBps },
    ]),
    checks: expect ? rows.flatMap(row => checks(row, expect, say)) : [],
    data: { rows: rows.map(toData) },
    tables: [speedTable(rows, say), idleTable(rows, say), limitTable(rows, topology, say)],
    figures: [
      bars(rows, say),
      ...rows.filter(({ connections }) => connections > 1).map(row => timeline(row, topology, say)),
    ],
    notes: notes(rows, say),
  };
}

function finding(rows: readonly SpeedRow[], say: SpeedWords): string {
  const best = rows.find(isManyServers);
  const rates = (row: SpeedRow) => [showRate(row.downloadBps), showRate(row.uploadBps)] as const;
  return best
    ? say.best(nameOf(best, say), ...rates(best), utilisation(best, say))
    : rows.map(row => say.row(nameOf(row, say), ...rates(row))).join(' ');
}

function utilisation(row: SpeedRow, say: SpeedWords): string {
  const down = partOf(row.downloadBps, row.downloadLimit);
  const up = partOf(row.uploadBps, row.uploadLimit);
  return down === undefined || up === undefined ? '' : say.utilisation(percent(down), percent(up));
}

/** What is expected of a test; undefined where nothing is. */
export function boundOf(row: SpeedRow, expect: SpeedExpectation): Bound | undefined {
  if (isManyServers(row)) return expect['many-servers'];
  if (isOneServer(row)) return expect['one-server'];
  return row.path !== 'balanced' && row.connections > 1 ? expect.alone[row.path] : undefined;
}

function checks(row: SpeedRow, expect: SpeedExpectation, say: SpeedWords): Check[] {
  const bound = boundOf(row, expect);
  if (!bound) return [];
  const name = nameOf(row, say);
  const list = [
    [say.download(name), partOf(row.downloadBps, row.downloadLimit)],
    [say.upload(name), partOf(row.uploadBps, row.uploadLimit)],
  ] as const;
  return list.flatMap(([what, value]) =>
    value === undefined ? [] : [check(say, { what, value, show: percent }, bound)],
  );
}

function check(say: SpeedWords, measured: Measured, bound: Bound): Check {
  if ('min' in bound) return atLeast(say, measured, bound.min);
  if ('max' in bound) return atMost(say, measured, bound.max);
  return around(measured, bound.about, bound.tolerance);
}

const qualityData = ({ delayMs, jitterMs, lossPct, tiphon }: SpeedRow['idle']) => ({
  pingMs: delayMs ?? null,
  jitterMs: jitterMs ?? null,
  lossPct,
  tiphon: tiphon.index,
  tiphonCategory: tiphon.category,
});

function toData(row: SpeedRow) {
  return {
    path: row.path,
    connections: row.connections,
    servers: row.servers,
    downloadBps: Math.round(row.downloadBps),
    uploadBps: Math.round(row.uploadBps),
    downloadUtilisation: partOf(row.downloadBps, row.downloadLimit) ?? null,
    uploadUtilisation: partOf(row.uploadBps, row.uploadLimit) ?? null,
    ...qualityData(row.loaded),
    idle: qualityData(row.idle),
    starvedMs: row.starvedMs,
    routeChanges: row.routeChanges,
  };
}

/** A fifth of the slowest round trip under load: more than that shows in the figures. */
const starvedLimitMs = 80;

function notes(rows: readonly SpeedRow[], say: SpeedWords): string[] {
  const single = rows.find(isOneServer);
  const down = single && partOf(single.downloadBps, single.downloadLimit);
  const starved = rows.filter(({ starvedMs }) => starvedMs > starvedLimitMs);
  const tests = starved.map(row => `${nameOf(row, say)} (${row.starvedMs} ms)`).join(', ');
  return [
    say.readingNote,
    say.singleNote,
    ...(single && down !== undefined ? [say.oneServerNote(single.connections, percent(down))] : []),
    ...(starved.length > 0 ? [say.starvedNote(tests)] : []),
  ];
}
