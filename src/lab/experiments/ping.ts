import { sleep } from '../../sys/index.ts';
import { type PingExpectation, pingExpectation } from '../expect.ts';
import type { Check, Figure, Table } from '../experiment.ts';
import type { Lab } from '../lab.ts';
import type { Topology } from '../topology.ts';
import {
  between,
  outageAfter,
  type Pinging,
  type PingSample,
  quality,
  type Sample,
  startPings,
  startServers,
} from '../traffic/index.ts';
import { atLeast, atMost, duration, percent, same } from './checks.ts';
import { leaveAlone, pairBy, repairAll } from './cuts.ts';
import { defineExperiment, type Piece } from './define.ts';
import type { PartContext } from './experiment.ts';
import { type Pair, pairs } from './pairs.ts';

/** Pings of one client to one server while the ISP that carries them is unplugged and plugged in again. */
interface PingLog {
  readonly client: string;
  readonly server: string;
  /** The ISP that was cut. */
  readonly isp: string;
  readonly startMs: number;
  readonly cutMs: number;
  readonly mendMs: number;
  readonly samples: readonly Sample[];
}

const everyMs = 100;
const upMs = 3000;
const downMs = 4000;
/** After mending a gateway may need its next check, 10 s later, to see it. */
const backLimitMs = 15_000;
const steady = 5;

/** Ping: what a user sees of an ISP that goes and comes, when it is the only one and when there is another. */
export const ping = defineExperiment<PingExpectation, PingLog>({
  name: 'ping',
  title: 'What do pings see of an ISP that fails?',
  repeats: ['Gambar 8', 'Gambar 9'],
  expectation: pingExpectation,
  parts: ({ isps }) => [
    { name: 'alone', title: 'the only ISP goes down and up', seconds: 28 },
    ...(isps.length > 1 ? [{ name: 'backed-up', title: 'the same with another ISP', seconds: 24 }] : []),
  ],
  measure,
  judge,
});

async function measure({ lab, part, progress }: PartContext): Promise<PingLog> {
  const servers = await startServers(lab.internet.ns);
  const [isp] = lab.isps;
  if (!isp) throw new Error('a topology has at least one ISP');
  const pair = await pairBy(lab, isp.name, pairs(lab, 24));
  const carrier = pair?.via ?? isp.name;
  const chosen: Pair | undefined = pair ?? pairs(lab, 1)[0];
  if (!chosen) throw new Error('a topology has at least one client and one server');
  const others = part === 'alone' ? await leaveAlone(lab, carrier, chosen) : [];
  try {
    progress(0.1, `pinging ${chosen.address} by ${carrier.toUpperCase()}`);
    return await pingThrough(lab, carrier, chosen, progress);
  } finally {
    await repairAll(others);
    await servers.close();
  }
}

async function pingThrough(
  lab: Lab,
  isp: string,
  { client, address }: Pair,
  progress: PartContext['progress'],
): Promise<PingLog> {
  const pings = startPings({ ns: client.ns, targets: [address], everyMs, timeoutMs: 1000 });
  let samples: readonly PingSample[] = [];
  let [cutMs, mendMs] = [0, 0];
  try {
    await sleep(upMs);
    const fault = await lab.fault('unplug', isp);
    cutMs = fault.atMs;
    progress(0.3, `${isp.toUpperCase()} is unplugged`);
    await sleep(downMs);
    mendMs = await fault.repair();
    progress(0.5, `${isp.toUpperCase()} is plugged in again`);
    await untilSteady(pings, mendMs);
  } finally {
    samples = await pings.stop();
  }
  const plain = samples.map(({ atMs, rttMs }) => ({ atMs, rttMs }));
  const startMs = plain[0]?.atMs ?? cutMs;
  return { client: client.name, server: address, isp, startMs, cutMs, mendMs, samples: plain };
}

async function untilSteady(pings: Pinging, fromMs: number): Promise<void> {
  for (let waited = 0; waited < backLimitMs; waited += 250) {
    await sleep(250);
    const recent = between(pings.samples(), fromMs, Number.POSITIVE_INFINITY).slice(-20, -5);
    if (recent.length === 15 && recent.every(({ rttMs }) => rttMs !== null)) return;
  }
}

const names: Readonly<Record<string, string>> = { alone: 'only ISP', 'backed-up': 'two ISPs' };

function judge(pieces: readonly Piece<PingLog>[], expect: PingExpectation | undefined, _topology: Topology) {
  const found = pieces.map(({ part, data }) => ({ part, log: data, ...outage(data) }));
  return {
    finding: `${found.map(sentence).join('; ')}.`,
    checks: expect ? found.flatMap(one => checks(one, expect)) : [],
    data: { runs: found.map(toData) },
    tables: [table(pieces)],
    figures: pieces.map(figure),
    notes: ['One ICMP flow of 64-byte echo requests, ten a second; an answer later than 1 s counts as lost.'],
  };
}

interface Found {
  readonly part: string;
  readonly log: PingLog;
  readonly outageMs: number | undefined;
  readonly lostShare: number;
  readonly recovered: boolean;
}

function outage(log: PingLog): Omit<Found, 'part' | 'log'> {
  const down = between(log.samples, log.cutMs, log.mendMs);
  const { lengthMs } = outageAfter(log.samples, log.cutMs, steady);
  return { outageMs: lengthMs, lostShare: quality(down).lossPct / 100, recovered: lengthMs !== undefined };
}

function sentence({ part, log, lostShare, outageMs }: Found): string {
  const isp = log.isp.toUpperCase();
  return part === 'alone'
    ? `with ${isp} alone ${percent(lostShare)} of the pings were lost while it was down`
    : `with another ISP the pings of ${isp} paused for ${duration(outageMs)}`;
}

function checks(found: Found, expect: PingExpectation): Check[] {
  const back = same(
    `answers after ${found.log.isp.toUpperCase()} is back (${names[found.part]})`,
    'yes',
    found.recovered ? 'yes' : 'no',
  );
  if (found.part === 'alone') {
    const { min } = expect['lost-while-down'];
    return [atLeast('lost while the only ISP is down', min, found.lostShare, percent), back];
  }
  const length = found.outageMs ?? Number.POSITIVE_INFINITY;
  const show = (ms: number): string => duration(Number.isFinite(ms) ? ms : undefined);
  return [atMost('pause with another ISP', expect['outage-ms'].max, length, show), back];
}

function toData({ part, log, outageMs, lostShare, recovered }: Found) {
  return {
    part,
    isp: log.isp,
    client: log.client,
    server: log.server,
    outageMs: outageMs ?? null,
    lostWhileDown: lostShare,
    recovered,
    phases: phases(log),
  };
}

function phases(log: PingLog) {
  // A ping that was on its way when the cable was pulled belongs to the time after.
  const cutMs = log.cutMs - everyMs;
  const spans = [
    ['up', 0, cutMs],
    ['down', cutMs, log.mendMs],
    ['up again', log.mendMs, Number.POSITIVE_INFINITY],
  ] as const;
  return spans.map(([phase, from, to]) => {
    const samples = between(log.samples, from, to);
    const { delayMs, jitterMs, lossPct } = quality(samples);
    const lost = samples.filter(({ rttMs }) => rttMs === null).length;
    return {
      phase,
      sent: samples.length,
      lost,
      lossPct,
      delayMs: delayMs ?? null,
      jitterMs: jitterMs ?? null,
    };
  });
}

function table(pieces: readonly Piece<PingLog>[]): Table {
  const ms = (value: number | null): string => (value === null ? '–' : `${value.toFixed(1)} ms`);
  return {
    title: 'Pings to an internet host',
    repeats: 'Gambar 8, 9',
    columns: ['set-up', 'ISP', 'pings', 'answered', 'lost', 'time (mean)', 'jitter'],
    rows: pieces.flatMap(({ part, data }) =>
      phases(data).map(({ phase, sent, lost, lossPct, delayMs, jitterMs }) => [
        names[part] ?? part,
        `${data.isp.toUpperCase()} ${phase}`,
        `${sent}`,
        `${sent - lost}`,
        `${lost} (${lossPct.toFixed(0)} %)`,
        ms(delayMs),
        ms(jitterMs),
      ]),
    ),
  };
}

function figure({ part, data }: Piece<PingLog>): Figure {
  const since = (atMs: number): number => Math.round(atMs - data.startMs);
  return {
    kind: 'timeline',
    title: `Ping from ${data.client} to ${data.server}, ${names[part] ?? part}`,
    unit: 'ms',
    series: [
      { name: 'round trip', points: data.samples.map(({ atMs, rttMs }) => [since(atMs), rttMs] as const) },
    ],
    marks: [
      { atMs: since(data.cutMs), label: `${data.isp.toUpperCase()} unplugged` },
      { atMs: since(data.mendMs), label: 'plugged in' },
    ],
  };
}
