import { monotonicMs } from '../../../sys/index.ts';
import type { Lab } from '../../build/lab.ts';
import { type Fetch, fetchPage } from '../../traffic/index.ts';
import { type Pair, pairs } from '../pairs.ts';
import { viaOf } from '../via.ts';
import type { SharesLog } from './data.ts';

/** So many fetch pages one after the other: more than the lines can, however many there are. */
const perIsp = 8;

/** Pages under way. */
export interface Fetching {
  /** Begins nothing more and waits for those that are under way. */
  stop(): Promise<Pick<SharesLog, 'opened' | 'broken'>>;
}

/** Every client with every server, so that the hash has something to divide. */
export function startFetching(lab: Lab, startMs: number): Fetching {
  const all = pairs(lab, lab.internet.servers.length * lab.clients.length);
  const fetches: Fetch[] = [];
  let isOver = false;
  const loops = perIsp * lab.isps.length;
  const loop = async (first: number): Promise<void> => {
    for (let next = first; !isOver; next += loops) {
      const pair = all[next % all.length];
      if (pair) fetches.push(await fetchBy(pair));
    }
  };
  const running = Promise.all(Array.from({ length: loops }, (_, first) => loop(first)));
  return {
    async stop() {
      isOver = true;
      await running;
      return summed(lab, fetches, startMs);
    },
  };
}

const fetchBy = ({ client, address }: Pair): Promise<Fetch> => fetchPage({ ns: client.ns, address });

const everyMs = 5000;

function summed({ topology }: Lab, fetches: readonly Fetch[], startMs: number) {
  const since = (atMs: number): number => Math.round(atMs - startMs);
  const ispOf = ({ seenAs }: Fetch): string | undefined =>
    seenAs === undefined ? undefined : viaOf(topology, seenAs);
  const counts = Array.from({ length: Math.ceil(since(monotonicMs()) / everyMs) }, (_, i) => ({
    atMs: i * everyMs,
    by: Object.fromEntries(topology.isps.map(({ name }) => [name, 0])),
  }));
  for (const one of fetches) {
    const [isp, by] = [ispOf(one), counts[Math.floor(since(one.atMs) / everyMs)]?.by];
    if (one.broken === undefined && isp !== undefined && by) by[isp] = (by[isp] ?? 0) + 1;
  }
  const broken = fetches.flatMap(one =>
    one.broken === undefined ? [] : [{ atMs: since(one.atMs), isp: ispOf(one), why: one.broken }],
  );
  return { opened: counts, broken };
}
