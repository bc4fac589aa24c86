import type { Lab } from '../../build/lab.ts';
import type { Topology } from '../../topology/topology.ts';
import { pairBy } from '../cuts.ts';
import type { Part } from '../experiment.ts';
import { mixed, namedPairs, type Pair, pairs, probePairs } from '../pairs.ts';
import { pathName } from './row.ts';
import type { SpeedWords } from './say.ts';

/** One speed test: over which ISPs, with how many connections, to how many servers. */
export interface Plan {
  /** An ISP's name, or `balanced`. */
  readonly path: string;
  readonly connections: number;
  readonly servers: 'one' | 'many';
  /** Slow start, which does not count, and the time that does, for each direction. */
  readonly settleMs: number;
  readonly windowMs: number;
}

/** Pings before anything runs. */
export const idleMs = 2000;
/** Between the directions, for the queues to run dry. */
export const pauseMs = 1000;

const one = { connections: 1, servers: 'one', settleMs: 2000, windowMs: 6000 } as const;
const many = { connections: 16, servers: 'many', settleMs: 5000, windowMs: 12_000 } as const;

/** The tests of a topology by the names of their parts. */
export function plans({ isps }: Topology): ReadonlyMap<string, Plan> {
  const paths = [...isps.map(({ name }) => name), ...(isps.length > 1 ? ['balanced'] : [])];
  const list = paths.flatMap((path): [string, Plan][] => [
    [`${path}-1`, { path, ...one }],
    [`${path}-16`, { path, ...many }],
  ]);
  if (isps.length > 1) list.push(['balanced-16-one-server', { path: 'balanced', ...many, servers: 'one' }]);
  return new Map(list);
}

/** A test as a part of the experiment. */
export function toPart(name: string, plan: Plan, say: SpeedWords): Part {
  const test = say.test(pathName(plan.path, say), say.connections(plan.connections));
  const servers = plan.servers === 'one' ? say.oneServer : say.manyServers;
  const seconds = (idleMs + pauseMs + 2 * (plan.settleMs + plan.windowMs)) / 1000 + 5;
  return { name, title: plan.connections === 1 ? test : say.partTo(test, servers), seconds };
}

/**
 * Many servers: as PCC distributes them, but some by each ISP. One server: one that is reached by the fastest line, the
 * best that a single pair can get.
 */
export async function choosePairs(lab: Lab, plan: Plan): Promise<readonly Pair[]> {
  if (plan.servers === 'many') return mixed(await probePairs(lab, pairs(lab, 40)), plan.connections, 3);
  const fastest = [...lab.topology.isps].sort(
    (a, b) => (b.rate.download ?? 1e12) - (a.rate.download ?? 1e12),
  )[0];
  const wanted = plan.path === 'balanced' ? (fastest?.name ?? '') : plan.path;
  const pair = (await pairBy(lab, wanted, [...namedPairs(lab), ...pairs(lab, 24)])) ?? pairs(lab, 1)[0];
  return pair ? Array.from({ length: plan.connections }, () => pair) : [];
}

/** What a test was made of, for its row in the report. */
export function describePlan({ isps }: Topology, { path, connections }: Plan, chosen: readonly Pair[]) {
  const used = isps.filter(({ name }) => path === 'balanced' || path === name);
  return {
    path,
    connections,
    servers: new Set(chosen.map(({ address }) => address)).size,
    downloadLimit: sum(used.map(({ rate }) => rate.download)),
    uploadLimit: sum(used.map(({ rate }) => rate.upload)),
  };
}

/** Undefined where one line has no limit. */
function sum(rates: readonly (number | undefined)[]): number | undefined {
  if (rates.some(rate => rate === undefined)) return undefined;
  return rates.reduce<number>((all, rate) => all + (rate ?? 0), 0);
}
