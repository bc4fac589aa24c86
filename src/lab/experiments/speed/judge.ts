import { showRate } from '../../../net/index.ts';
import type { Topology } from '../../topology/topology.ts';
import { around, atLeast, atMost, percent } from '../checks.ts';
import type { Conclusion, Piece } from '../define.ts';
import type { Bound, SpeedExpectation } from '../expect.ts';
import type { Check, Figure, Table } from '../result.ts';
import type { SpeedRow } from './data.ts';

/** Judges utilisation against what is expected, and draws the paper's speed tests. */
export function judgeSpeed(
  pieces: readonly Piece<SpeedRow>[],
  expect: SpeedExpectation | undefined,
  topology: Topology,
): Conclusion {
  const rows = pieces.map(({ data }) => data);
  const best = rows.find(isManyServers);
  return {
    finding: best
      ? `With all ISPs, ${best.connections} connections to ${best.servers} servers get ${showRate(best.downloadBps)} down and ${showRate(best.uploadBps)} up${ofLimit(best)}.`
      : rows
          .map(row => `${nameOf(row)}: ${showRate(row.downloadBps)} down, ${showRate(row.uploadBps)} up.`)
          .join(' '),
    checks: expect ? rows.flatMap(row => checks(row, expect)) : [],
    data: { rows: rows.map(toData) },
    tables: [speedTable(rows), idleTable(rows), limitTable(rows, topology)],
    figures: [bars(rows), ...rows.filter(row => row.connections > 1).map(timeline)],
    notes: notes(rows),
  };
}

const isManyServers = ({ path, connections, servers }: SpeedRow): boolean =>
  path === 'balanced' && connections > 1 && servers > 1;

const isOneServer = ({ path, connections, servers }: SpeedRow): boolean =>
  path === 'balanced' && connections > 1 && servers === 1;

const part = (bps: number, limit: number | undefined): number | undefined => limit && bps / limit;

function ofLimit({ downloadBps, downloadLimit, uploadBps, uploadLimit }: SpeedRow): string {
  const [down, up] = [part(downloadBps, downloadLimit), part(uploadBps, uploadLimit)];
  return down === undefined || up === undefined ? '' : `, ${percent(down)} and ${percent(up)} of the lines`;
}

function nameOf({ path, connections, servers }: SpeedRow): string {
  const where =
    connections === 1
      ? '1 connection'
      : `${connections} connections to ${servers} server${servers === 1 ? '' : 's'}`;
  return `${path === 'balanced' ? 'all ISPs' : `${path.toUpperCase()} alone`}, ${where}`;
}

function boundOf(row: SpeedRow, expect: SpeedExpectation): Bound | undefined {
  if (isManyServers(row)) return expect['many-servers'];
  if (isOneServer(row)) return expect['one-server'];
  return row.path !== 'balanced' && row.connections > 1 ? expect.alone[row.path] : undefined;
}

function checks(row: SpeedRow, expect: SpeedExpectation): Check[] {
  const bound = boundOf(row, expect);
  if (!bound) return [];
  const list = [
    ['download', part(row.downloadBps, row.downloadLimit)],
    ['upload', part(row.uploadBps, row.uploadLimit)],
  ] as const;
  return list.flatMap(([what, value]) =>
    value === undefined ? [] : [check(`${what}, ${nameOf(row)}`, bound, value)],
  );
}

function check(what: string, bound: Bound, value: number): Check {
  if ('min' in bound) return atLeast(what, bound.min, value, percent);
  if ('max' in bound) return atMost(what, bound.max, value, percent);
  return around(what, bound.about, bound.tolerance, value, percent);
}

function toData(row: SpeedRow) {
  const quality = ({ delayMs, jitterMs, lossPct, tiphon }: SpeedRow['idle']) => ({
    pingMs: delayMs ?? null,
    jitterMs: jitterMs ?? null,
    lossPct,
    tiphon: tiphon.index,
    tiphonCategory: tiphon.category,
  });
  return {
    path: row.path,
    connections: row.connections,
    servers: row.servers,
    downloadBps: Math.round(row.downloadBps),
    uploadBps: Math.round(row.uploadBps),
    downloadUtilisation: part(row.downloadBps, row.downloadLimit) ?? null,
    uploadUtilisation: part(row.uploadBps, row.uploadLimit) ?? null,
    ...quality(row.loaded),
    idle: quality(row.idle),
    starvedMs: row.starvedMs,
    routeChanges: row.routeChanges,
  };
}

const ms = (value: number | undefined): string => (value === undefined ? '–' : `${value.toFixed(1)} ms`);
const share = (value: number | undefined): string => (value === undefined ? '–' : percent(value));
const marks = ({ tiphon }: SpeedRow['idle']): string => `${tiphon.index.toFixed(2)} (${tiphon.category})`;

function speedTable(rows: readonly SpeedRow[]): Table {
  return {
    title: 'Speed tests; ping, jitter and loss while the download runs',
    repeats: 'Gambar 12, 13, 14',
    columns: [
      'path',
      'download',
      'of the lines',
      'upload',
      'of the lines',
      'ping',
      'jitter',
      'loss',
      'TIPHON index',
    ],
    rows: rows.map(row => [
      nameOf(row),
      showRate(row.downloadBps),
      share(part(row.downloadBps, row.downloadLimit)),
      showRate(row.uploadBps),
      share(part(row.uploadBps, row.uploadLimit)),
      ms(row.loaded.delayMs),
      ms(row.loaded.jitterMs),
      `${row.loaded.lossPct.toFixed(1)} %`,
      marks(row.loaded),
    ]),
    note: 'Rates are payload that arrived. A full frame of 1514 bytes carries 1448 bytes of it, so 95.6 % of a line is the most that TCP can use.',
  };
}

function idleTable(rows: readonly SpeedRow[]): Table {
  return {
    title: 'Ping, jitter and loss while nothing runs',
    columns: ['path', 'ping', 'jitter', 'loss', 'delay mark', 'jitter mark', 'loss mark', 'TIPHON index'],
    rows: rows.map(({ idle, ...row }) => [
      nameOf({ idle, ...row }),
      ms(idle.delayMs),
      ms(idle.jitterMs),
      `${idle.lossPct.toFixed(1)} %`,
      `${idle.tiphon.delay}`,
      `${idle.tiphon.jitter}`,
      `${idle.tiphon.loss}`,
      marks(idle),
    ]),
    note: 'TIPHON (ETSI TR 101 329): marks 4 to 1 for delay (150, 300, 450 ms), jitter (0, 75, 125 ms) and loss (0, 3, 15 %); the index is their mean.',
  };
}

function limitTable(rows: readonly SpeedRow[], { isps }: Topology): Table {
  const show = (rate: number | undefined): string => (rate === undefined ? 'none' : showRate(rate));
  const of = (name: string) => rows.find(({ path, connections }) => path === name && connections > 1);
  return {
    title: 'Limits of the lines, and what came through',
    repeats: 'Gambar 15',
    columns: [
      'Name',
      'Target',
      'Upload Max Limit',
      'Download Max Limit',
      'measured upload',
      'measured download',
    ],
    rows: isps.map(({ name, interface: port, rate }) => [
      name.toUpperCase(),
      port,
      show(rate.upload),
      show(rate.download),
      show(of(name)?.uploadBps),
      show(of(name)?.downloadBps),
    ]),
  };
}

function bars(rows: readonly SpeedRow[]): Figure {
  return {
    kind: 'bars',
    title: 'Download, and the limit of the lines in use',
    unit: 'bit/s',
    bars: rows.map(row => ({ name: nameOf(row), value: row.downloadBps, expected: row.downloadLimit })),
  };
}

function timeline(row: SpeedRow): Figure {
  const [download, upload] = row.beganMs;
  const marks = [
    { atMs: download, label: 'download' },
    { atMs: upload, label: 'upload' },
  ];
  return {
    kind: 'timeline',
    title: `WAN ports: ${nameOf(row)}`,
    unit: 'bit/s',
    series: row.throughput,
    marks,
  };
}

function notes(rows: readonly SpeedRow[]): string[] {
  const list = ['One connection can only use one line, whatever the gateway does.'];
  const single = rows.find(isOneServer);
  const down = single && part(single.downloadBps, single.downloadLimit);
  if (single && down !== undefined) {
    list.push(
      `All ${single.connections} connections to one server got ${percent(down)} of the lines: both-addresses gives one client and one server one line, so a speed test against a single site, like the paper's (0.41 Mbit/s down, 0.53 up), cannot show more than that line. The server was chosen among those reached by the fastest line.`,
    );
  }
  const starved = rows.filter(({ starvedMs }) => starvedMs > starvedLimitMs);
  if (starved.length > 0) {
    const names = starved.map(row => `${nameOf(row)} (${row.starvedMs} ms)`);
    list.push(`This machine was busy: it kept the lab from the CPU for long during ${names.join(', ')}.`);
  }
  return list;
}

/** A fifth of the slowest round trip under load: more than that shows in the figures. */
const starvedLimitMs = 80;
