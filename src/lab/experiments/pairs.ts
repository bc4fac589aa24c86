import type { Ipv4 } from '../../net/index.ts';
import type { Lab, LabClient } from '../lab.ts';
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
