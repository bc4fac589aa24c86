import { monitorEventLoopDelay } from 'node:perf_hooks';
import { monotonicMs, sleep } from '../../../sys/index.ts';
import type { Lab } from '../../build/lab.ts';
import type { Fault } from '../../faults/fault.ts';
import {
  type Flow,
  goodput,
  type Servers,
  startDownloads,
  startMeter,
  startServers,
  startUploads,
} from '../../traffic/index.ts';
import { leaveAlone, repairAll } from '../cuts.ts';
import { defineExperiment, type Measuring } from '../define.ts';
import { type SpeedExpectation, speedExpectation } from '../expect.ts';
import { pairs } from '../pairs.ts';
import { passedLines, passing } from '../port-rows.ts';
import type { Judged, SpeedRow } from './data.ts';
import { judgeSpeed } from './judge.ts';
import { choosePairs, describePlan, idleMs, type Plan, pauseMs, plans, toPart } from './plan.ts';
import { startFlowPings } from './quality.ts';
import { speedRequirements } from './requirements.ts';
import { type SpeedWords, speedWords } from './say.ts';

/** Small and seldom, so that the pings take less than 0.3 % of the lines they measure. */
const loadedPing = { everyMs: 250, bytes: 16, timeoutMs: 3000 };

/** Speed: goodput and quality of each ISP alone and of all together, with one connection and with many. */
export const speed = defineExperiment<SpeedExpectation, SpeedRow, SpeedWords>({
  name: 'speed',
  repeats: ['Gambar 12', 'Gambar 13', 'Gambar 14', 'Gambar 15'],
  expectation: speedExpectation,
  say: speedWords,
  parts: (topology, say) => [...plans(topology)].map(([name, plan]) => toPart(name, plan, say)),
  measure,
  judge: judgeSpeed,
  requirements: speedRequirements,
});

type Context = Measuring<SpeedExpectation, SpeedWords>;

async function measure(context: Context): Promise<SpeedRow> {
  const { lab, part } = context;
  const plan = plans(lab.topology).get(part);
  if (!plan) throw new Error(`speed has no part ${part}`);
  const servers = await startServers(lab.internet.ns);
  let faults: readonly Fault[] = [];
  try {
    const [any] = pairs(lab, 1);
    if (plan.path !== 'balanced' && any) faults = await leaveAlone(lab, plan.path, any);
    const chosen = await choosePairs(lab, plan);
    const flows = chosen.map(({ client, address }) => ({ ns: client.ns, address }));
    const watch = startWatch(lab);
    const measured = await bothDirections(flows, plan, servers, context);
    return { ...describePlan(lab.topology, plan, chosen), ...measured, ...watch.stop(measured.beganMs) };
  } finally {
    await repairAll(faults);
    await servers.close();
  }
}

async function bothDirections(
  flows: readonly Flow[],
  plan: Plan,
  servers: Servers,
  { progress, say }: Context,
) {
  progress(0.05, say.idle);
  const idle = await idlePings(flows);
  progress(0.1, say.downloading);
  const downMs = monotonicMs();
  const { downloadBps, loaded } = await download(flows, plan);
  await sleep(pauseMs);
  progress(0.55, say.uploading);
  const upMs = monotonicMs();
  const uploads = startUploads(flows, servers);
  const uploadBps = await goodput(uploads, plan.settleMs, plan.windowMs);
  uploads.stop();
  return { idle, loaded, downloadBps, uploadBps, beganMs: [downMs, upMs] as const };
}

/** What else happened meanwhile: on the ports, in the gateway, to this process. */
function startWatch(lab: Lab) {
  const startMs = monotonicMs();
  const meter = startMeter(() => passing(lab), 500);
  const lag = monitorEventLoopDelay({ resolution: 10 });
  lag.enable();
  return {
    stop([downMs, upMs]: readonly [number, number]) {
      lag.disable();
      return {
        starvedMs: Math.round(lag.max / 1e6),
        routeChanges: routeChanges(lab, startMs),
        throughput: passedLines(lab, meter.stop(), startMs),
        beganMs: [Math.round(downMs - startMs), Math.round(upMs - startMs)] as const,
      };
    },
  };
}

const routeChanges = ({ router }: Lab, startMs: number): number =>
  router.events.filter(
    ({ type, atMs }) => type === 'routes-changed' && atMs >= startMs && atMs <= monotonicMs(),
  ).length;

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
