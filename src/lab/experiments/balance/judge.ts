import { type ChiSquare, chiSquare } from '../../../pcc/index.ts';
import type { Topology } from '../../topology/topology.ts';
import { around, atLeast, atMost, percent, same, shareOf } from '../checks.ts';
import { type Conclusion, type Judging, onlyPiece } from '../define.ts';
import type { BalanceExpectation } from '../expect.ts';
import type { Bars, Check, Table } from '../result.ts';
import { type Balance, onePairConnections } from './data.ts';
import type { BalanceWords } from './say.ts';

/** One measurement with everything that it is judged by. */
interface Judged {
  readonly data: Balance;
  readonly expect: BalanceExpectation | undefined;
  readonly test: ChiSquare | undefined;
  readonly topology: Topology;
  readonly say: BalanceWords;
}

/** Judges shares, idleness and the single pair against what is expected. */
export function judgeBalance({
  pieces,
  expect,
  topology,
  say,
}: Judging<BalanceExpectation, Balance, BalanceWords>): Conclusion {
  const data = onlyPiece(pieces);
  const test = expect?.shares && chiSquare(weights(expect.shares), data.pairsViaIsp);
  const judged = { data, expect, test, topology, say };
  const shares = Object.entries(shareOf(data.viaIsp));
  const split = shares.map(([isp, share]) => `${isp.toUpperCase()} ${percent(share)}`).join(', ');
  return {
    finding: say.finding(data.connections, data.destinations, split),
    keys: shares.map(([isp, share]) => ({
      name: say.share(isp.toUpperCase()),
      unit: '%',
      value: share * 100,
    })),
    checks: expect ? checks(judged, expect) : [],
    data: toData(judged),
    tables: [table(judged)],
    figures: [bars(judged)],
    notes: notes(judged),
  };
}

const weights = (shares: Readonly<Record<string, number>>) =>
  Object.entries(shares).map(([owner, weight]) => ({ owner, weight }));

function toData({ data, test, topology }: Judged) {
  const shares = shareOf(data.viaIsp);
  const perWan = topology.isps.map(({ name }) => [
    name,
    { connections: data.viaIsp[name] ?? 0, bytes: data.bytes[name] ?? 0, share: shares[name] ?? 0 },
  ]);
  return {
    perWan: Object.fromEntries(perWan),
    connections: data.connections,
    failed: data.tried - data.connections,
    destinations: data.destinations,
    distinctPairs: data.distinctPairs,
    lanBytes: data.lanBytes,
    seconds: data.seconds,
    chiSquare: test ?? null,
    onePair: data.onePair,
  };
}

function checks(judged: Judged, expect: BalanceExpectation): Check[] {
  const { data, say } = judged;
  const counted = (what: string, value: number) => ({ what, value, show: String });
  return [
    atLeast(say, counted(say.connectionsCheck, data.connections), expect.connections.min),
    atLeast(say, counted(say.destinationsCheck, data.destinations), expect.destinations.min),
    ...shareChecks(judged, expect),
    ...idleCheck(judged, expect),
    pairCheck(judged, expect),
  ];
}

function shareChecks({ data, test, say }: Judged, expect: BalanceExpectation): Check[] {
  const shares = shareOf(data.viaIsp);
  const list = Object.entries(expect.shares ?? {}).map(([isp, share]) => {
    const measured = { what: say.connectionsBy(isp.toUpperCase()), value: shares[isp] ?? 0, show: percent };
    return around(measured, share, expect.tolerance);
  });
  if (!test || !expect['p-value']) return list;
  const p = { what: say.pValue, value: test.pValue, show: (value: number) => value.toPrecision(2) };
  return [...list, atLeast(say, p, expect['p-value'].min)];
}

function idleCheck({ data, say }: Judged, { idle }: BalanceExpectation): Check[] {
  if (!idle) return [];
  const value = data.lanBytes > 0 ? (data.bytes[idle.isp] ?? 0) / data.lanBytes : 0;
  const measured = { what: say.idleBytes(idle.isp.toUpperCase()), value, show: percent };
  return [atMost(say, measured, idle['bytes-share'].max)];
}

function pairCheck({ data, topology, say }: Judged, expect: BalanceExpectation): Check {
  const used = Object.values(data.onePair.viaIsp).filter(amount => amount > 0).length;
  const found = say[topology.isps.length > 1 && used > 1 ? 'spread' : 'together'];
  return same(say.onePair, say[expect['one-pair']], used ? found : say.noneThrough);
}

function table({ data, expect, topology, say }: Judged): Table {
  const shares = shareOf(data.viaIsp);
  const bytesShares = shareOf(data.bytes);
  const { client, server, viaIsp } = data.onePair;
  const { connections, share, expected, bytes, bytesShare, onePair } = say.columns;
  return {
    title: say.table,
    columns: [
      'ISP',
      connections,
      { title: share, unit: '%' },
      { title: expected, unit: '%' },
      { title: bytes, unit: 'B' },
      { title: bytesShare, unit: '%' },
      onePair,
    ],
    rows: topology.isps.map(({ name }) => [
      name.toUpperCase(),
      data.viaIsp[name] ?? 0,
      (shares[name] ?? 0) * 100,
      inPercent(expect?.shares?.[name]),
      data.bytes[name] ?? 0,
      (bytesShares[name] ?? 0) * 100,
      viaIsp[name] ?? 0,
    ]),
    note: say.tableNote(onePairConnections, client, server),
  };
}

const inPercent = (part: number | undefined): number | null => (part === undefined ? null : part * 100);

function bars({ data, expect, topology, say }: Judged): Bars {
  const shares = shareOf(data.viaIsp);
  return {
    kind: 'bars',
    title: say.figure,
    quantity: say.columns.share,
    unit: '%',
    bars: topology.isps.map(({ name }) => ({
      name: name.toUpperCase(),
      value: (shares[name] ?? 0) * 100,
      expected: inPercent(expect?.shares?.[name]) ?? undefined,
    })),
  };
}

function notes({ data, test, say }: Judged): string[] {
  if (!test) return [say.pairNote];
  const { statistic, degrees, pValue } = test;
  const p = pValue.toPrecision(2);
  return [say.pairNote, say.chiSquareNote(data.distinctPairs, statistic.toFixed(2), degrees, p)];
}
