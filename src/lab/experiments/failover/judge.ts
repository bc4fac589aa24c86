import type { Dialect } from '../../../model/index.ts';
import { showRate } from '../../../net/index.ts';
import type { Topology } from '../../topology/topology.ts';
import { between, type Outage, outageAfter } from '../../traffic/index.ts';
import { atMost, duration, same } from '../checks.ts';
import type { Conclusion, Piece } from '../define.ts';
import type { FailoverExpectation, FaultExpectation } from '../expect.ts';
import type { Check, Figure, Table } from '../result.ts';
import type { FaultRun, PortRow } from './data.ts';

/** What one fault cost: the stable part of the report. Times in ms from the fault; null is never. */
interface FaultCost {
  readonly wan: string;
  readonly fault: string;
  readonly dialect: Dialect;
  readonly detectMs: number | null;
  readonly detectedBy: string;
  /** Until pings and new connections got through again; 0 where none was lost. */
  readonly restoreMs: number | null;
  readonly connectionsFailed: number;
  readonly connectionsTried: number;
  readonly pingsLost: number;
  /** Longest time in which the pings had no answer. */
  readonly pingOutageMs: number | null;
  readonly tcpBroken: number;
  readonly tcpHung: number;
  readonly tcpAlive: number;
  readonly probedVia: string;
}

const steady = 3;

/** Judges every fault against what is expected of it, and draws the paper's tables and the lines over time. */
export function judgeFailover(
  pieces: readonly Piece<FaultRun>[],
  expect: FailoverExpectation | undefined,
  _topology: Topology,
): Conclusion {
  const runs = pieces.map(({ data }) => data);
  const costs = runs.map(costOf);
  return {
    finding: `${costs.map(sentence).join('; ')}.`,
    checks: costs.flatMap(cost => checks(cost, expect?.faults[cost.wan]?.[cost.fault as 'unplug'])),
    data: { faults: costs },
    tables: [summary(costs), ...runs.flatMap(portTables)],
    figures: runs.flatMap(figures),
    notes: [
      'Users: three downloads by each ISP (asked for again after 3 s of silence), four sessions by each ISP that say a byte every half second, four that only listen, a ping every 100 ms and a new connection every 250 ms by the ISP that fails.',
      'RouterOS pings a checked gateway every 10 s and gives it up after two time-outs, of 1 s in version 7 and of 10 s in version 6: 11 to 21 s, or 20 to 30 s, after it fell silent, depending on when between two pings that was.',
      'A session is broken when its client was told so (reset or end), and hung when it has heard nothing for 3 s at the end without being told.',
    ],
  };
}

function costOf(run: FaultRun): FaultCost {
  const connections = between(run.connections, run.faultMs, run.endMs);
  const outages = [run.connections, run.pings].map(samples => outageAfter(samples, run.faultMs, steady));
  const pings = between(run.pings, run.faultMs, run.endMs);
  const states = run.sessions.map(({ state }) => state);
  const count = (state: string): number => states.filter(other => other === state).length;
  return {
    wan: run.wan,
    fault: run.fault,
    dialect: run.dialect,
    detectMs: run.detectedMs === null ? null : Math.round(run.detectedMs - run.faultMs),
    detectedBy: run.detectedBy,
    restoreMs: restoreOf(outages, run.faultMs),
    connectionsFailed: connections.filter(({ rttMs }) => rttMs === null).length,
    connectionsTried: connections.length,
    pingsLost: pings.filter(({ rttMs }) => rttMs === null).length,
    pingOutageMs: rounded(outageAfter(run.pings, run.faultMs, steady).lengthMs),
    tcpBroken: count('broken'),
    tcpHung: count('hung'),
    tcpAlive: count('alive'),
    probedVia: run.probedVia,
  };
}

function restoreOf(outages: readonly Outage[], faultMs: number): number | null {
  const ends = outages
    .filter(({ lost }) => lost > 0)
    .map(({ endedAtMs }) => endedAtMs ?? Number.POSITIVE_INFINITY);
  if (ends.length === 0) return 0;
  const last = Math.max(...ends);
  return Number.isFinite(last) ? Math.round(last - faultMs) : null;
}

/** Nobody was told, nobody waits: no connection failed, no session broke or hangs. */
const unaffected = (cost: FaultCost): boolean =>
  cost.connectionsFailed === 0 && cost.tcpBroken + cost.tcpHung === 0;

const rounded = (ms: number | undefined): number | null => (ms === undefined ? null : Math.round(ms));

const nameOf = ({ wan, fault }: FaultCost): string => `${wan.toUpperCase()} ${fault}`;

function sentence(cost: FaultCost): string {
  if (unaffected(cost)) return `${nameOf(cost)}: nobody noticed`;
  const noticed = cost.detectMs === null ? 'never noticed' : `noticed after ${duration(cost.detectMs)}`;
  const served =
    cost.restoreMs === null ? 'never served again' : `served again after ${duration(cost.restoreMs)}`;
  return `${nameOf(cost)}: ${noticed}, ${served}`;
}

function checks(cost: FaultCost, expected: FaultExpectation | undefined): Check[] {
  if (expected === undefined) return [];
  const what = `${nameOf(cost)}: service`;
  const out = unaffected(cost) ? 'unaffected' : `back after ${duration(cost.restoreMs)}`;
  if (expected === 'unaffected') return [same(what, 'unaffected', out), ...lossCheck(cost)];
  const probed = same(`${nameOf(cost)}: probes went by`, cost.wan, cost.probedVia);
  if (expected === 'never')
    return [probed, same(what, 'never back', cost.restoreMs === null ? 'never back' : out)];
  const [detect, restore] = [
    cost.detectMs ?? Number.POSITIVE_INFINITY,
    cost.restoreMs ?? Number.POSITIVE_INFINITY,
  ];
  const show = (ms: number): string => duration(Number.isFinite(ms) ? ms : null);
  const list = [
    probed,
    atMost(`${nameOf(cost)}: time to restore`, boundFor(cost, expected['restore-ms']), restore, show),
  ];
  const most = expected['detect-ms'] && boundFor(cost, expected['detect-ms']);
  return most === undefined ? list : [...list, atMost(`${nameOf(cost)}: time to detect`, most, detect, show)];
}

const boundFor = ({ dialect }: FaultCost, bound: number | Readonly<Record<Dialect, number>>): number =>
  typeof bound === 'number' ? bound : bound[dialect];

function lossCheck(cost: FaultCost): Check[] {
  return [same(`${nameOf(cost)}: sessions broken or hung`, '0', `${cost.tcpBroken + cost.tcpHung}`)];
}

function summary(costs: readonly FaultCost[]): Table {
  return {
    title: 'What each fault cost',
    columns: [
      'ISP',
      'fault',
      'detected after',
      'by',
      'served again after',
      'connections failed',
      'pings lost',
      'longest silence',
      'TCP broken',
      'TCP hung',
      'TCP alive',
    ],
    rows: costs.map(cost => [
      cost.wan.toUpperCase(),
      cost.fault,
      duration(cost.detectMs),
      cost.detectedBy || '–',
      unaffected(cost) ? 'not hit' : duration(cost.restoreMs),
      `${cost.connectionsFailed} of ${cost.connectionsTried}`,
      `${cost.pingsLost}`,
      duration(cost.pingOutageMs),
      `${cost.tcpBroken}`,
      `${cost.tcpHung}`,
      `${cost.tcpAlive}`,
    ]),
  };
}

function portTables(run: FaultRun): Table[] {
  const name = `${run.wan.toUpperCase()} ${run.fault}`;
  return [
    { ...portTable(run.before), title: `Ports before the fault: ${name}`, repeats: 'Gambar 10' },
    { ...portTable(run.after), title: `Ports after the fault: ${name}`, repeats: 'Gambar 11' },
  ];
}

function portTable(rows: readonly PortRow[]) {
  return {
    columns: ['', 'Name', 'Type', 'Actual MTU', 'Tx', 'Rx', 'Tx Packet (p/s)', 'Rx Packet (p/s)'],
    rows: rows.map(row => [
      row.running ? 'R' : '',
      row.name,
      'Ethernet',
      `${row.mtu}`,
      showRate(row.txBps),
      showRate(row.rxBps),
      row.txPps.toFixed(0),
      row.rxPps.toFixed(0),
    ]),
  };
}

function figures(run: FaultRun): Figure[] {
  const since = (atMs: number): number => Math.round(atMs - run.startMs);
  const name = `${run.wan.toUpperCase()} ${run.fault}`;
  const marks = [{ atMs: since(run.faultMs), label: name }];
  if (run.detectedMs !== null) marks.push({ atMs: since(run.detectedMs), label: 'detected' });
  return [
    { kind: 'timeline', title: `Throughput: ${name}`, unit: 'bit/s', series: run.throughput, marks },
    {
      kind: 'timeline',
      title: `Pings and new connections: ${name}`,
      unit: 'ms',
      series: [
        { name: 'ping', points: run.pings.map(({ atMs, rttMs }) => [since(atMs), rttMs] as const) },
        {
          name: 'new connection',
          points: run.connections.map(({ atMs, rttMs }) => [since(atMs), rttMs] as const),
        },
      ],
      marks,
    },
  ];
}
