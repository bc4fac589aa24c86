import { type RunOptions, run } from '../../../sys/index.ts';
import type { Lab, LabIsp } from '../../build/lab.ts';
import { type Attempt, type AttemptPath, startServers, tryPorts } from '../../traffic/index.ts';
import { defineExperiment, type Measuring } from '../define.ts';
import { type FilterExpectation, filterExpectation } from '../expect.ts';
import { pairs, probePairs } from '../pairs.ts';
import { addressesOf } from '../wan-addresses.ts';
import { type Direction, type Filter, type FilterAttempt, protocols } from './data.ts';
import { dropCounts } from './drop-counts.ts';
import { judgeFilter } from './judge.ts';
import { filterRequirements } from './requirements.ts';
import { type FilterWords, filterWords } from './say.ts';

/** Ports that WannaCry spreads by, as in the paper's Gambar 7 (docs/routeros.md#wannacry-filter), and ordinary ones. */
const usual: readonly Attempt[] = [
  ...[135, 137, 139, 445, 3389, 80, 443].map(port => ({ protocol: 'tcp' as const, port })),
  ...[135, 137, 138, 445, 53].map(port => ({ protocol: 'udp' as const, port })),
];

/** Filter: real attempts on WannaCry's ports and on ordinary ones, judged by what the receiver saw. */
export const filter = defineExperiment<FilterExpectation, Filter, FilterWords>({
  name: 'filter',
  repeats: ['Gambar 7'],
  expectation: filterExpectation,
  say: filterWords,
  parts: ({ isps }, { part }) => [{ name: 'all', title: part, seconds: 3 + isps.length * 4 }],
  measure,
  judge: judgeFilter,
  requirements: filterRequirements,
});

type Context = Measuring<FilterExpectation, FilterWords>;

async function measure({ lab, progress, config, expect, say }: Context): Promise<Filter> {
  const before = await lab.router.request('counters');
  const attempts: FilterAttempt[] = [];
  for (const { isp, address, from } of await outward(lab)) {
    progress(0.3, say.outward(isp.toUpperCase()));
    const path = { from, to: lab.internet.ns, address };
    attempts.push(...(await tryAll(path, 'lan-to-wan', isp, portsOf(expect, 'lan-to-wan'))));
  }
  for (const isp of lab.isps) {
    progress(0.7, say.inward(isp.name.toUpperCase()));
    attempts.push(...(await inward(lab, isp, portsOf(expect, 'wan-to-lan'))));
  }
  const after = await lab.router.request('counters');
  return { attempts, drops: dropCounts(config, before.rules, after.rules) };
}

async function tryAll(path: AttemptPath, direction: Direction, isp: string, ports: readonly Attempt[]) {
  const results = await tryPorts(path, ports);
  return results.map(({ protocol, port, seen }) => ({ protocol, port, direction, isp, blocked: !seen }));
}

/** One client and server for each ISP that connections leave by. */
async function outward(lab: Lab) {
  const servers = await startServers(lab.internet.ns);
  try {
    const probed = await probePairs(lab, pairs(lab, 24));
    return lab.isps.flatMap(({ name }) => {
      const pair = probed.find(({ via }) => via === name);
      return pair ? [{ isp: name, address: pair.address, from: pair.client.ns }] : [];
    });
  } finally {
    await servers.close();
  }
}

/** The ISP's router plays an attacker on the WAN: it has a route to the LAN by the router's WAN address. */
async function inward(lab: Lab, isp: LabIsp, ports: readonly Attempt[]): Promise<FilterAttempt[]> {
  const [client] = lab.clients;
  const router = addressesOf(lab, isp.topology.interface)[0]?.address;
  if (!client || !router) return [];
  const route = [`${client.address}/32`, 'via', router, 'dev', isp.ports.lan];
  const inBox: RunOptions = { ns: isp.ns };
  run(['ip', 'route', 'replace', ...route], inBox);
  try {
    const path = { from: isp.ns, to: client.ns, address: client.address };
    return await tryAll(path, 'wan-to-lan', isp.name, ports);
  } finally {
    run(['ip', 'route', 'del', ...route], { ...inBox, allowFailure: true });
  }
}

function portsOf(expect: FilterExpectation | undefined, direction: Direction): readonly Attempt[] {
  if (!expect) return usual;
  const sets = [expect.blocked[direction], expect.passes[direction]];
  return sets.flatMap(set => protocols.flatMap(protocol => set[protocol].map(port => ({ protocol, port }))));
}
