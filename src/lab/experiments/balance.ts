import { type ChiSquare, chiSquare } from '../../pcc/index.ts';
import { sleep } from '../../sys/index.ts';
import { type BalanceExpectation, balanceExpectation } from '../expect.ts';
import type { Check, Progress } from '../experiment.ts';
import type { InterfaceCounters, Lab } from '../lab.ts';
import type { Topology } from '../topology.ts';
import { type Greeting, greeting, inPool, startServers } from '../traffic/index.ts';
import { around, atLeast, atMost, percent, same, shareOf, tally } from './checks.ts';
import { defineExperiment, type Piece } from './define.ts';
import type { PartContext } from './experiment.ts';
import { type Pair, pairs } from './pairs.ts';
import { viaOfGreeting } from './via.ts';

/** What the balance experiment counted; per-ISP counts by the ISP's name. */
interface Balance {
  readonly tried: number;
  /** Connections that got their greeting. */
  readonly connections: number;
  readonly destinations: number;
  readonly distinctPairs: number;
  readonly viaIsp: Readonly<Record<string, number>>;
  /** The same, each pair of client and server counted once: hashing gives one pair one answer. */
  readonly pairsViaIsp: Readonly<Record<string, number>>;
  /** Received and sent by the router's WAN port, bytes. */
  readonly bytes: Readonly<Record<string, number>>;
  /** The same for its LAN port. */
  readonly lanBytes: number;
  readonly seconds: number;
  readonly onePair: {
    readonly client: string;
    readonly server: string;
    readonly viaIsp: Record<string, number>;
  };
}

const connections = 4000;
const atOnce = 48;
const onePairConnections = 60;

/** Balance: how connections and bytes spread over the WANs, and what happens to those of one pair. */
export const balance = defineExperiment<BalanceExpectation, Balance>({
  name: 'balance',
  title: 'Do connections spread over the ISPs as configured?',
  repeats: ['Gambar 5', 'Gambar 10'],
  expectation: balanceExpectation,
  parts: () => [{ name: 'all', title: `${connections} connections from all clients`, seconds: 35 }],
  measure,
  judge,
});

async function measure({ lab, progress }: PartContext): Promise<Balance> {
  const servers = await startServers(lab.internet.ns);
  try {
    const chosen = pairs(lab, connections);
    const [before, began] = [lab.counters(), performance.now()];
    const results = await connectAll(chosen, progress);
    const seconds = (performance.now() - began) / 1000;
    await sleep(500); // the last packets leave the queues before the bytes are counted
    const after = lab.counters();
    const via = results.map(result => viaOfGreeting(lab.topology, result));
    return {
      ...count(lab.topology, chosen, via),
      ...bytes(lab.topology, before, after),
      seconds,
      onePair: await onePair(lab),
    };
  } finally {
    await servers.close();
  }
}

function connectAll(chosen: readonly Pair[], progress: Progress): Promise<(Greeting | undefined)[]> {
  const every = Math.ceil(chosen.length / 10);
  return inPool(chosen, atOnce, ({ client, address }, index) => {
    if (index % every === 0) progress(index / chosen.length, `${index} of ${chosen.length} connections`);
    return greeting({ ns: client.ns, address });
  });
}

function count({ isps }: Topology, chosen: readonly Pair[], via: readonly (string | undefined)[]) {
  const names = isps.map(({ name }) => name);
  const byPair = new Map(chosen.map(({ client, address }, i) => [`${client.name} ${address}`, via[i]]));
  const made = via.filter(isp => isp !== undefined);
  return {
    tried: chosen.length,
    connections: made.length,
    destinations: new Set(chosen.map(({ address }) => address)).size,
    distinctPairs: byPair.size,
    viaIsp: tally(names, made),
    pairsViaIsp: tally(
      names,
      [...byPair.values()].filter(isp => isp !== undefined),
    ),
  };
}

type Counters = Readonly<Record<string, InterfaceCounters>>;

function bytes({ isps, router }: Topology, before: Counters, after: Counters) {
  const of = (port: string): number => {
    const [from, to] = [before[port], after[port]];
    return from && to ? to.rxBytes + to.txBytes - from.rxBytes - from.txBytes : 0;
  };
  return {
    bytes: Object.fromEntries(isps.map(isp => [isp.name, of(isp.interface)])),
    lanBytes: of(router.lan),
  };
}

async function onePair(lab: Lab): Promise<Balance['onePair']> {
  const [pair] = pairs(lab, 1);
  if (!pair) return { client: '', server: '', viaIsp: {} };
  const same = Array.from({ length: onePairConnections }, () => pair);
  const results = await inPool(same, 10, ({ client, address }) => greeting({ ns: client.ns, address }));
  const made = results.map(result => viaOfGreeting(lab.topology, result)).filter(isp => isp !== undefined);
  const names = lab.topology.isps.map(({ name }) => name);
  return { client: pair.client.address, server: pair.address, viaIsp: tally(names, made) };
}

function judge(
  pieces: readonly Piece<Balance>[],
  expect: BalanceExpectation | undefined,
  topology: Topology,
) {
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
