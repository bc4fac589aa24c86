import { sleep } from '../../../sys/index.ts';
import type { InterfaceCounters, Lab } from '../../build/lab.ts';
import type { Topology } from '../../topology/topology.ts';
import { type Greeting, greeting, inPool, startServers } from '../../traffic/index.ts';
import { tally } from '../checks.ts';
import { defineExperiment, type Measuring } from '../define.ts';
import { type BalanceExpectation, balanceExpectation } from '../expect.ts';
import { type Pair, pairs } from '../pairs.ts';
import { viaOfGreeting } from '../via.ts';
import { type Balance, onePairConnections } from './data.ts';
import { judgeBalance } from './judge.ts';
import { balanceRequirements } from './requirements.ts';
import { type BalanceWords, balanceWords } from './say.ts';

const atOnce = 48;

/** Balance: how connections and bytes spread over the WANs, and what happens to those of one pair. */
export const balance = defineExperiment<BalanceExpectation, Balance, BalanceWords>({
  name: 'balance',
  repeats: ['Gambar 5', 'Gambar 10'],
  expectation: balanceExpectation,
  say: balanceWords,
  parts: ({ connections }, { part }) => [
    { name: 'all', title: part(connections), seconds: 5 + Math.ceil(connections / 130) },
  ],
  measure,
  judge: judgeBalance,
  requirements: balanceRequirements,
});

type Context = Measuring<BalanceExpectation, BalanceWords>;

async function measure(context: Context): Promise<Balance> {
  const { lab } = context;
  const servers = await startServers(lab.internet.ns);
  try {
    const chosen = pairs(lab, lab.topology.connections);
    const [before, began] = [lab.counters(), performance.now()];
    const results = await connectAll(chosen, context);
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

function connectAll(chosen: readonly Pair[], { progress, say }: Context): Promise<(Greeting | undefined)[]> {
  const every = Math.ceil(chosen.length / 10);
  return inPool(chosen, atOnce, ({ client, address }, index) => {
    if (index % every === 0) progress(index / chosen.length, say.progress(index, chosen.length));
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
