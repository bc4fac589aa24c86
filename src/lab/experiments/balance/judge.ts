import { type ChiSquare, chiSquare } from '../../../pcc/index.ts';
import type { Topology } from '../../topology/topology.ts';
import { around, atLeast, atMost, percent, same, shareOf } from '../checks.ts';
import type { Conclusion, Piece } from '../define.ts';
import type { BalanceExpectation } from '../expect.ts';
import type { Check } from '../result.ts';
import { type Balance, onePairConnections } from './data.ts';

/** Judges shares, idleness and the single pair against what is expected. */
export function judgeBalance(
  pieces: readonly Piece<Balance>[],
  expect: BalanceExpectation | undefined,
  topology: Topology,
): Conclusion {
  const piece = pieces[0];
  if (!piece) throw new Error('balance has one part');
  const { data } = piece;
  const shares = shareOf(data.viaIsp);
  const test = expect?.shares && chiSquare(weights(expect.shares), data.pairsViaIsp);
  const split = Object.entries(shares).map(([isp, share]) => `${isp.toUpperCase()} ${percent(share)}`);
  return {
    finding: `Of ${data.connections} connections to ${data.destinations} servers: ${split.join(', ')}.`,
    checks: expect ? checks(data, expect, test, topology) : [],
    data: {
      perWan: Object.fromEntries(
        topology.isps.map(({ name }) => [
          name,
          { connections: data.viaIsp[name] ?? 0, bytes: data.bytes[name] ?? 0, share: shares[name] ?? 0 },
        ]),
      ),
      connections: data.connections,
      failed: data.tried - data.connections,
      destinations: data.destinations,
      distinctPairs: data.distinctPairs,
      lanBytes: data.lanBytes,
      seconds: data.seconds,
      chiSquare: test ?? null,
      onePair: data.onePair,
    },
    tables: [table(data, expect, topology)],
    figures: [bars(data, expect, topology)],
    notes: notes(data, test),
  };
}

const weights = (shares: Readonly<Record<string, number>>) =>
  Object.entries(shares).map(([owner, weight]) => ({ owner, weight }));

function checks(
  data: Balance,
  expect: BalanceExpectation,
  test: ChiSquare | undefined,
  topology: Topology,
): Check[] {
  const whole = (value: number): string => `${value}`;
  const shares = shareOf(data.viaIsp);
  const list = [
    atLeast('connections', expect.connections.min, data.connections, whole),
    atLeast('destinations', expect.destinations.min, data.destinations, whole),
  ];
  for (const [isp, share] of Object.entries(expect.shares ?? {})) {
    list.push(
      around(`connections by ${isp.toUpperCase()}`, share, expect.tolerance, shares[isp] ?? 0, percent),
    );
  }
  if (test && expect['p-value']) {
    const p = (value: number): string => value.toPrecision(2);
    list.push(atLeast('p of the chi-square test', expect['p-value'].min, test.pValue, p));
  }
  if (expect.idle) {
    const { isp, 'bytes-share': bound } = expect.idle;
    const part = data.lanBytes > 0 ? (data.bytes[isp] ?? 0) / data.lanBytes : 0;
    list.push(atMost(`${isp.toUpperCase()}'s bytes as a part of the LAN's`, bound.max, part, percent));
  }
  const used = Object.values(data.onePair.viaIsp).filter(amount => amount > 0).length;
  const spread = topology.isps.length > 1 && used > 1 ? 'spread' : 'together';
  list.push(
    same('connections of one client to one server', expect['one-pair'], used ? spread : 'none came through'),
  );
  return list;
}

function table(data: Balance, expect: BalanceExpectation | undefined, { isps }: Topology) {
  const shares = shareOf(data.viaIsp);
  const bytesShares = shareOf(data.bytes);
  return {
    title: 'Connections and bytes by ISP',
    columns: ['ISP', 'connections', 'share', 'expected', 'bytes (both directions)', 'share', 'one pair'],
    rows: isps.map(({ name }) => [
      name.toUpperCase(),
      `${data.viaIsp[name] ?? 0}`,
      percent(shares[name] ?? 0),
      expect?.shares?.[name] === undefined ? '–' : percent(expect.shares[name]),
      `${data.bytes[name] ?? 0}`,
      percent(bytesShares[name] ?? 0),
      `${data.onePair.viaIsp[name] ?? 0}`,
    ]),
    note: `"one pair": ${onePairConnections} connections from ${data.onePair.client} to ${data.onePair.server}. The ISP of a connection is told from the source address that the server saw.`,
  };
}

function bars(data: Balance, expect: BalanceExpectation | undefined, { isps }: Topology) {
  const shares = shareOf(data.viaIsp);
  return {
    kind: 'bars' as const,
    title: 'Share of the connections',
    unit: '%',
    bars: isps.map(({ name }) => ({
      name: name.toUpperCase(),
      value: (shares[name] ?? 0) * 100,
      expected: expect?.shares?.[name] === undefined ? undefined : expect.shares[name] * 100,
    })),
  };
}

function notes(data: Balance, test: ChiSquare | undefined): string[] {
  const list = [
    'Connections of one client to one server all hash alike under both-addresses: PCC cannot split them, however many they are.',
  ];
  if (test) {
    const { statistic, degrees, pValue } = test;
    list.push(
      `Chi-square over ${data.distinctPairs} pairs of client and server: ${statistic.toFixed(2)} with ${degrees} degree(s) of freedom, p = ${pValue.toPrecision(2)}.`,
    );
  }
  return list;
}
