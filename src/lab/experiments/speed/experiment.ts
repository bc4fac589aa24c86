import { monitorEventLoopDelay } from 'node:perf_hooks';
import { monotonicMs, sleep } from '../../../sys/index.ts';
import type { Lab } from '../../build/lab.ts';
import type { Fault } from '../../faults/fault.ts';
import type { Topology } from '../../topology/topology.ts';
import {
  type Flow,
  goodput,
  type Servers,
  startDownloads,
  startMeter,
  startServers,
  startUploads,
} from '../../traffic/index.ts';
import { leaveAlone, pairBy, repairAll } from '../cuts.ts';
import { defineExperiment } from '../define.ts';
import { type SpeedExpectation, speedExpectation } from '../expect.ts';
import type { Part, PartContext } from '../experiment.ts';
import { mixed, namedPairs, type Pair, pairs, probePairs } from '../pairs.ts';
import { wanThroughput } from '../port-rows.ts';
import type { Progress } from '../result.ts';
import type { Judged, SpeedRow } from './data.ts';
import { judgeSpeed } from './judge.ts';
import { startFlowPings } from './quality.ts';

/** One speed test: over which ISPs, with how many connections, to how many servers. */
interface Plan {
  /** An ISP's name, or `balanced`. */
  readonly path: string;
  readonly connections: number;
  readonly servers: 'one' | 'many';
  /** Slow start, which does not count, and the time that does, for each direction. */
  readonly settleMs: number;
  readonly windowMs: number;
}

const idleMs = 2000;
/** Between the directions, for the queues to run dry. */
const pauseMs = 1000;
/** Small and seldom, so that the pings take less than 0.3 % of the lines they measure. */
const loadedPing = { everyMs: 250, bytes: 16, timeoutMs: 3000 };

const one = { connections: 1, servers: 'one', settleMs: 2000, windowMs: 6000 } as const;
const many = { connections: 16, servers: 'many', settleMs: 5000, windowMs: 12_000 } as const;

/** Speed: goodput and quality of each ISP alone and of all together, with one connection and with many. */
export const speed = defineExperiment<SpeedExpectation, SpeedRow>({
  name: 'speed',
  title: 'How fast is it, and how good?',
  repeats: ['Gambar 12', 'Gambar 13', 'Gambar 14', 'Gambar 15'],
  expectation: speedExpectation,
  parts: topology => [...plans(topology)].map(([name, plan]) => toPart(name, plan)),
  measure,
  judge: judgeSpeed,
});

function plans({ isps }: Topology): ReadonlyMap<string, Plan> {
  const paths = [...isps.map(({ name }) => name), ...(isps.length > 1 ? ['balanced'] : [])];
  const list = paths.flatMap((path): [string, Plan][] => [
    [`${path}-1`, { path, ...one }],
    [`${path}-16`, { path, ...many }],
  ]);
  if (isps.length > 1) list.push(['balanced-16-one-server', { path: 'balanced', ...many, servers: 'one' }]);
  return new Map(list);
}

function toPart(name: string, { path, connections, servers, settleMs, windowMs }: Plan): Part {
  const where = connections === 1 ? '' : servers === 'one' ? ' to one server' : ' to many servers';
  const title = `${path === 'balanced' ? 'all ISPs' : `${path.toUpperCase()} alone`}, ${connections} connection${connections === 1 ? '' : 's'}${where}`;
  return { name, title, seconds: (idleMs + pauseMs + 2 * (settleMs + windowMs)) / 1000 + 5 };
}

async function measure({ lab, part, progress }: PartContext): Promise<SpeedRow> {
  const plan = plans(lab.topology).get(part);
  if (!plan) throw new Error(`speed has no part ${part}`);
  const servers = await startServers(lab.internet.ns);
  let faults: readonly Fault[] = [];
  try {
    const [any] = pairs(lab, 1);
    if (plan.path !== 'balanced' && any) faults = await leaveAlone(lab, plan.path, any);
    const chosen = await choose(lab, plan);
    const flows = chosen.map(({ client, address }) => ({ ns: client.ns, address }));
    const watch = startWatch(lab);
    const measured = await bothDirections(flows, plan, servers, progress);
    return { ...describe(lab.topology, plan, chosen), ...measured, ...watch.stop(measured.beganMs) };
  } finally {
    await repairAll(faults);
    await servers.close();
  }
}

async function bothDirections(flows: readonly Flow[], plan: Plan, servers: Servers, progress: Progress) {
  progress(0.05, 'pinging while nothing runs');
  const idle = await idlePings(flows);
  progress(0.1, 'downloading');
  const downMs = monotonicMs();
  const { downloadBps, loaded } = await download(flows, plan);
  await sleep(pauseMs);
  progress(0.55, 'uploading');
  const upMs = monotonicMs();
  const uploads = startUploads(flows, servers);
  const uploadBps = await goodput(uploads, plan.settleMs, plan.windowMs);
  uploads.stop();
  return { idle, loaded, downloadBps, uploadBps, beganMs: [downMs, upMs] as const };
}

/** What else happened meanwhile: on the ports, in the gateway, to this process. */
function startWatch(lab: Lab) {
  const startMs = monotonicMs();
  const meter = startMeter(() => lab.counters(), 500);
  const lag = monitorEventLoopDelay({ resolution: 10 });
  lag.enable();
  return {
    stop([downMs, upMs]: readonly [number, number]) {
      lag.disable();
      const changes = lab.router.events.filter(
        event => event.type === 'routes-changed' && event.atMs >= startMs && event.atMs <= monotonicMs(),
      );
      return {
        starvedMs: Math.round(lag.max / 1e6),
        routeChanges: changes.length,
        throughput: wanThroughput(lab, meter.stop(), startMs),
        beganMs: [Math.round(downMs - startMs), Math.round(upMs - startMs)] as const,
      };
    },
  };
}

/** Many servers: as PCC deals them out, but some by each ISP. One server: one that is reached by the fastest line: the best that a single pair can get. */
async function choose(lab: Lab, plan: Plan): Promise<readonly Pair[]> {
  if (plan.servers === 'many') return mixed(await probePairs(lab, pairs(lab, 40)), plan.connections, 3);
  const fastest = [...lab.topology.isps].sort(
    (a, b) => (b.rate.download ?? 1e12) - (a.rate.download ?? 1e12),
  )[0];
  const wanted = plan.path === 'balanced' ? (fastest?.name ?? '') : plan.path;
  const pair = (await pairBy(lab, wanted, [...namedPairs(lab), ...pairs(lab, 24)])) ?? pairs(lab, 1)[0];
  return pair ? Array.from({ length: plan.connections }, () => pair) : [];
}

async function download(
  flows: readonly Flow[],
  plan: Plan,
): Promise<{ downloadBps: number; loaded: Judged }> {
  const downloads = startDownloads(flows);
  await sleep(plan.settleMs);
  const pings = startFlowPings(flows, loadedPing);
  const downloadBps = await goodput(downloads, 0, plan.windowMs);
  // The load stays on until the last ping of the window is answered or lost.
  const loaded = await pings.stop();
  downloads.stop();
  return { downloadBps, loaded };
}

async function idlePings(flows: readonly Flow[]): Promise<Judged> {
  const pings = startFlowPings(flows, { everyMs: 100, timeoutMs: 1000 });
  await sleep(idleMs);
  return pings.stop();
}

function describe({ isps }: Topology, { path, connections }: Plan, chosen: readonly Pair[]) {
  const used = isps.filter(({ name }) => path === 'balanced' || path === name);
  const sum = (rates: readonly (number | undefined)[]): number | undefined =>
    rates.some(rate => rate === undefined)
      ? undefined
      : rates.reduce<number>((all, rate) => all + (rate ?? 0), 0);
  return {
    path,
    connections,
    servers: new Set(chosen.map(({ address }) => address)).size,
    downloadLimit: sum(used.map(({ rate }) => rate.download)),
    uploadLimit: sum(used.map(({ rate }) => rate.upload)),
  };
}
