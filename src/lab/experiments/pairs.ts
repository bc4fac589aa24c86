import type { Ipv4 } from '../../net/index.ts';
import type { Lab, LabClient } from '../build/lab.ts';
import type { Topology } from '../topology/topology.ts';
import { greeting, inPool } from '../traffic/index.ts';
import { viaOfGreeting } from './via.ts';

/** A client and a server: what PCC's both-addresses classifies. */
export interface Pair {
  readonly client: LabClient;
  readonly address: Ipv4;
}

/** `count` pairs: clients and servers in turn; no pair twice before every pair was there once. */
export function pairs({ clients, internet }: Pick<Lab, 'clients' | 'internet'>, count: number): Pair[] {
  const servers = internet.servers.slice(0, count);
  return Array.from({ length: count }, (_, index): Pair[] => {
    const [round, place] = [Math.floor(index / servers.length), index % servers.length];
    const client = clients[(place + round) % clients.length];
    const address = servers[place];
    return client && address ? [{ client, address }] : [];
  }).flat();
}

/** A pair, and the ISP that its connections came through; undefined where none came through. */
export interface ProbedPair extends Pair {
  readonly via: string | undefined;
}

/** One short connection for each pair shows which ISP it takes now. */
export async function probePairs(lab: Lab, candidates: readonly Pair[]): Promise<ProbedPair[]> {
  const results = await inPool(candidates, 16, ({ client, address }) => greeting({ ns: client.ns, address }));
  return candidates.map((pair, index) => ({ ...pair, via: viaOfGreeting(lab.topology, results[index]) }));
}

/** Every client with every server that has a name: what people ping and test their speed against. */
export function namedPairs({ clients, topology }: Lab): Pair[] {
  const addresses = [...new Set(Object.values(topology.internet.names))];
  return addresses.flatMap(address => clients.map(client => ({ client, address })));
}

/** `google.com (203.0.113.14)`, or the address alone. */
export function nameOfServer(topology: Topology, address: Ipv4): string {
  const name = Object.entries(topology.internet.names).find(([, other]) => other === address)?.[0];
  return name === undefined ? address : `${name} (${address})`;
}

/** The first `count` of the probed pairs, but `least` of every ISP that has so many among them all. */
export function mixed(probed: readonly ProbedPair[], count: number, least: number): readonly ProbedPair[] {
  const isps = [...new Set(probed.map(({ via }) => via))];
  const needed = new Set(isps.flatMap(isp => probed.filter(({ via }) => via === isp).slice(0, least)));
  const others = probed.filter(pair => !needed.has(pair)).slice(0, Math.max(0, count - needed.size));
  const chosen = new Set([...needed, ...others]);
  return probed.filter(pair => chosen.has(pair)).slice(0, count);
}
