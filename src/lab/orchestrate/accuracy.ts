import type { Socket } from 'node:dgram';
import { type KernelPort, openNetlinkPort } from '../../kernel/index.ts';
import type { BitRate, Ipv4 } from '../../net/index.ts';
import { monotonicMs, type Namespace, sleep, udpSocket } from '../../sys/index.ts';
import type { Language } from '../../text/index.ts';
import type { Lab, LabIsp } from '../build/lab.ts';
import type { EmulationMeasure } from '../report/environment.ts';
import { upstreamAddresses } from '../topology/fill.ts';
import { atRegularTimes, startPings } from '../traffic/index.ts';
import { orchestrateWords } from './say.ts';

const pings = 40;
const pingEveryMs = 20;
const rateMs = 1500;

/**
 * How accurate the lines are, measured in an idle lab: round trips over each cable (ms, median), packets it loses (%), and
 * the rate of each limit, by counting the frames that come through it (bit/s). Takes about 3 s.
 */
export async function measureAccuracy(lab: Lab, language: Language): Promise<readonly EmulationMeasure[]> {
  const say = orchestrateWords[language];
  const trips = await Promise.all(lab.isps.map(isp => roundTrips(isp, say)));
  const rates = await Promise.all(lab.isps.map(isp => limits(lab, isp, say)));
  return lab.isps.flatMap((_, index) => [...(trips[index] ?? []), ...(rates[index] ?? [])]);
}

type Words = (typeof orchestrateWords)[Language];

async function roundTrips(isp: LabIsp, say: Words): Promise<EmulationMeasure[]> {
  const { delay, loss } = isp.topology;
  const targets = [upstreamAddresses(isp.topology).internet];
  const pinging = startPings({ ns: isp.ns, targets, everyMs: pingEveryMs });
  await sleep(pings * pingEveryMs);
  // The first one waits for ARP, which crosses the cable too (docs/lab-notes.md#icmp-errors-and-neighbour-discovery).
  const rtts = (await pinging.stop()).slice(1).map(({ rttMs }) => rttMs);
  const answered = rtts.flatMap(rtt => rtt ?? []).sort((a, b) => a - b);
  const median = answered[answered.length >> 1];
  const lost = (100 * (rtts.length - answered.length)) / rtts.length;
  const both = 100 * (1 - (1 - loss / 100) ** 2);
  const trip = { what: say.roundTrip(isp.name), unit: 'ms', asked: 2 * delay, measured: round(median ?? 0) };
  const lossRow = {
    what: say.loss(isp.name),
    unit: '%',
    asked: round(both),
    measured: round(lost),
  };
  return median === undefined ? [lossRow] : [trip, lossRow];
}

/** Two decimals: more is noise. */
const round = (value: number): number => Math.round(value * 100) / 100;

/** A limit under load: who overloads it, and who counts what came through. */
interface Limit {
  readonly what: string;
  readonly asked: BitRate;
  readonly from: Namespace;
  readonly to: Ipv4;
  readonly counter: { readonly ns: Namespace; readonly port: string };
}

// Both directions begin at the ISP's router, so that the gateway under test has no influence on them.
async function limits(lab: Lab, isp: LabIsp, say: Words): Promise<EmulationMeasure[]> {
  const { rate, lease } = isp.topology;
  const from = isp.ns;
  const all: Limit[] = [];
  if (rate.download !== undefined && lease[0] !== undefined) {
    const counter = { ns: lab.router.ns, port: isp.topology.interface };
    all.push({ what: say.download(isp.name), asked: rate.download, from, to: lease[0], counter });
  }
  if (rate.upload !== undefined) {
    const counter = { ns: lab.internet.ns, port: isp.internetPort };
    const to = upstreamAddresses(isp.topology).internet;
    all.push({ what: say.upload(isp.name), asked: rate.upload, from, to, counter });
  }
  return Promise.all(all.map(measureLimit));
}

/** A full Ethernet frame: 14 of Ethernet, 20 of IP, 8 of UDP and this many bytes. */
const payload = Buffer.alloc(1472);
const frameBits = 1514 * 8;
/** RFC 863: thrown away wherever it arrives. */
const discardPort = 9;

async function measureLimit({ what, asked, from, to, counter }: Limit): Promise<EmulationMeasure> {
  const socket = udpSocket({ ns: from });
  const kernel = openNetlinkPort(counter.ns);
  const stop = overload(socket, to, asked);
  // The bucket's stored tokens and the start are over before anything counts.
  await sleep(300);
  const measured = await rateOf(() => packetsAt(kernel, counter.port));
  stop();
  socket.close();
  kernel.close();
  return { what, unit: 'bit/s', asked, measured: Math.round(measured) };
}

/** Sends half as much again as the limit lets through; a full queue drops the rest. */
function overload(socket: Socket, to: Ipv4, rate: BitRate): () => void {
  const everyMs = 10;
  const perTick = (1.5 * rate * everyMs) / 1000 / frameBits;
  let sent = 0;
  return atRegularTimes(everyMs, index => {
    for (; sent < (index + 1) * perTick; sent++) socket.send(payload, discardPort, to, () => {});
  });
}

const packetsAt = (kernel: KernelPort, port: string): number =>
  kernel.links().find(({ name }) => name === port)?.counters.rxPackets ?? 0;

/** bit/s of the arrivals that a reading every 2 ms finds: no frame is cut in two. */
async function rateOf(packets: () => number): Promise<BitRate> {
  const start = monotonicMs();
  const arrivals: Arrival[] = [];
  let seen = packets();
  while (monotonicMs() < start + rateMs) {
    await sleep(2);
    const count = packets();
    if (count > seen) arrivals.push({ atMs: monotonicMs() - start, count });
    seen = count;
  }
  return slope(arrivals) * frameBits * 1000;
}

/** How many packets had come when. */
export interface Arrival {
  readonly atMs: number;
  readonly count: number;
}

/**
 * Packets a ms by least squares: on a busy machine single readings come late, and the first and last alone would give a wrong
 * rate. 0 where less than two packets came.
 */
export function slope(arrivals: readonly Arrival[]): number {
  const mean = (value: (arrival: Arrival) => number) =>
    arrivals.reduce((sum, arrival) => sum + value(arrival), 0) / arrivals.length;
  const [atMs, count] = [mean(arrival => arrival.atMs), mean(arrival => arrival.count)];
  const spread = mean(arrival => (arrival.atMs - atMs) ** 2);
  return spread > 0 ? mean(arrival => (arrival.atMs - atMs) * (arrival.count - count)) / spread : 0;
}
