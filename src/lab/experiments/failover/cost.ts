import type { Dialect } from '../../../model/index.ts';
import type { FaultKind } from '../../faults/fault.ts';
import { between, type Outage, outageAfter } from '../../traffic/index.ts';
import type { FaultRun } from './data.ts';

/** What one fault cost: the stable part of the report. Times in ms from the fault; null is never. */
export interface FaultCost {
  readonly wan: string;
  readonly fault: FaultKind;
  readonly dialect: Dialect;
  readonly detectMs: number | null;
  readonly detectedBy: string;
  /** Until pings and new connections succeeded again; 0 where none was lost. */
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

/** So many answers in a row end an outage. */
export const steady = 3;

/** What users and the gateway saw of a fault, in numbers. */
export function costOf(run: FaultRun): FaultCost {
  const connections = between(run.connections, run.faultMs, run.endMs);
  const outages = [run.connections, run.pings].map(samples => outageAfter(samples, run.faultMs, steady));
  const pings = between(run.pings, run.faultMs, run.endMs);
  const count = (wanted: string): number => run.sessions.filter(({ state }) => state === wanted).length;
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
    pingOutageMs: rounded(outages[1]?.lengthMs),
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

const rounded = (ms: number | undefined): number | null => (ms === undefined ? null : Math.round(ms));

/** No connection failed, no session broke or stalled. */
export const unaffected = (cost: FaultCost): boolean =>
  cost.connectionsFailed === 0 && cost.tcpBroken + cost.tcpHung === 0;

/** `ISP1 blackhole`. */
export const nameOf = ({ wan, fault }: Pick<FaultCost, 'wan' | 'fault'>): string =>
  `${wan.toUpperCase()} ${fault}`;
