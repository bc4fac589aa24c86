import { monotonicMs } from '../../../sys/index.ts';
import type { Lab } from '../../build/lab.ts';
import {
  atRegularTimes,
  greeting,
  type Reading,
  type Sample,
  settled,
  startDownloads,
  startMeter,
  startPings,
  startSessions,
} from '../../traffic/index.ts';
import type { ProbedPair } from '../pairs.ts';
import { viaOf } from '../via.ts';
import { connectTimeoutMs, type SessionFate } from './data.ts';

/** What was measured until now. */
interface UsersReport {
  readonly readings: readonly Reading[];
  readonly sessions: readonly SessionFate[];
  readonly pings: readonly Sample[];
  readonly connections: readonly Sample[];
}

/** Traffic of the LAN's users: downloads that fill the lines, sessions, pings and new connections. */
export interface Users {
  /** The ISP that pings and new connections go by. */
  readonly probedVia: string;
  /** Pings so far, without those that may still be answered. */
  pings(): readonly Sample[];
  report(): UsersReport;
  stop(): Promise<void>;
}

const downloadsPerIsp = 3;
const sessionsPerIsp = 4;
const reloadAfterMs = 3000;
/** As small as they can be: a hundred a second take some 40 kbit/s of a line, each way. */
const ownPings = { everyMs: 10, timeoutMs: 2000, bytes: 12, ownFlows: true } as const;
const connectEveryMs = 250;

/**
 * Starts the traffic. Pings and new connections go to servers that are reached by `wan`, if any is: they are what
 * the fault can hit.
 */
export function startUsers(lab: Lab, wan: string, probed: readonly ProbedPair[]): Users {
  const byIsp = lab.isps.map(isp => probed.filter(({ via }) => via === isp.name));
  const concerned = probed.filter(({ via }) => via === wan);
  const watched = (concerned.length > 0 ? concerned : probed).slice(-4);
  const load = startLoad(lab, byIsp);
  const pings = startPings({ ...pingFrom(watched), ...ownPings });
  const answered = () => settled(pings.samples(), monotonicMs(), ownPings.timeoutMs).map(toSample);
  const connections = startConnections(watched);
  return {
    probedVia: watched[0]?.via ?? '',
    pings: answered,
    report: () => ({
      ...load.report(),
      pings: answered(),
      connections: connections.samples(),
    }),
    async stop() {
      load.stop();
      connections.stop();
      await pings.stop();
    },
  };
}

const toSample = ({ atMs, rttMs }: Sample): Sample => ({ atMs, rttMs });

/** What fills the lines: downloads and sessions by every ISP, and the counters of the ports. */
function startLoad(lab: Lab, byIsp: readonly (readonly ProbedPair[])[]) {
  const meter = startMeter(() => lab.counters(), 200);
  const busy = byIsp.flatMap(pairs => pairs.slice(0, downloadsPerIsp));
  const downloads = startDownloads(busy.map(toFlow), reloadAfterMs);
  const sessions = startSessions(byIsp.flatMap(sessionFlows));
  return {
    report: () => ({
      readings: meter.readings(),
      sessions: sessions.report().map(({ kind, state, seenAs, longestGapMs }) => {
        const via = viaOf(lab.topology, seenAs ?? '') ?? '–';
        return { kind, state, longestGapMs, via };
      }),
    }),
    stop() {
      meter.stop();
      downloads.stop();
      sessions.stop();
    },
  };
}

const sessionFlows = (pairs: readonly ProbedPair[]) =>
  (['echo', 'receive'] as const).flatMap(kind =>
    pairs.slice(-sessionsPerIsp).map(pair => ({ ...toFlow(pair), kind })),
  );

const toFlow = ({ client, address }: ProbedPair) => ({ ns: client.ns, address });

/** All pings come from the client of the first pair, so they go to those servers that are its own. */
function pingFrom(watched: readonly ProbedPair[]) {
  const [first] = watched;
  if (!first) throw new Error('no connection came through before the fault');
  return { ns: first.client.ns, targets: [first.address] };
}

function startConnections(watched: readonly ProbedPair[]) {
  const samples: Sample[] = [];
  const stop = atRegularTimes(connectEveryMs, index => {
    const pair = watched[index % watched.length];
    if (!pair) return;
    const place = samples.push({ atMs: monotonicMs(), rttMs: null }) - 1;
    void greeting({ ...toFlow(pair), timeoutMs: connectTimeoutMs }).then(result => {
      samples[place] = { atMs: result.atMs, rttMs: result.ok ? result.tookMs : null };
    });
  });
  return { samples: () => settled(samples, monotonicMs(), connectTimeoutMs), stop };
}
