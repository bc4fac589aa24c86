import type { Dialect } from '../../../model/index.ts';
import type { FaultKind } from '../../faults/fault.ts';
import { concernedFrom, gapsAfter } from '../../traffic/index.ts';
import { concerned, longestOf, lostOf, restoreOf } from '../losses.ts';
import { connectTimeoutMs, type FaultRun } from './data.ts';

/** What one fault cost: the stable part of the report. Times in ms from the fault; null is never. */
export interface FaultCost {
  readonly wan: string;
  readonly fault: FaultKind;
  readonly dialect: Dialect;
  readonly detectMs: number | null;
  readonly detectedBy: string;
  /** Until pings were answered again, the last gap being over; 0 where there was no gap. */
  readonly restoreMs: number | null;
  /** Of those that were not complete when the fault came, and those begun later. */
  readonly connectionsFailed: number;
  readonly connectionsTried: number;
  /** Of those before. */
  readonly connectionsFailedBefore: number;
  /** Of those that were not answered when the fault came, and those sent later; in gaps or not. */
  readonly pingsLost: number;
  readonly pingsSent: number;
  /** Of those before. */
  readonly pingsLostBefore: number;
  /** The longest gap; null: the last one did not end. */
  readonly pingOutageMs: number | null;
  readonly tcpBroken: number;
  readonly tcpHung: number;
  readonly tcpAlive: number;
  readonly probedVia: string;
}

/** What users and the gateway saw of a fault, in numbers. */
export function costOf(run: FaultRun): FaultCost {
  const connections = concerned(run.connections, openFrom(run));
  const pings = concerned(run.pings, concernedFrom(run.pings, run.faultMs));
  const gaps = gapsAfter(run.pings, run.faultMs);
  const count = (wanted: string): number => run.sessions.filter(({ state }) => state === wanted).length;
  return {
    wan: run.wan,
    fault: run.fault,
    dialect: run.dialect,
    detectMs: run.detectedMs === null ? null : Math.round(run.detectedMs - run.faultMs),
    detectedBy: run.detectedBy,
    restoreMs: restoreOf(gaps, run.faultMs),
    connectionsFailed: lostOf(connections.since),
    connectionsTried: connections.since.length,
    connectionsFailedBefore: lostOf(connections.before),
    pingsLost: lostOf(pings.since),
    pingsSent: pings.since.length,
    pingsLostBefore: lostOf(pings.before),
    pingOutageMs: longestOf(gaps),
    tcpBroken: count('broken'),
    tcpHung: count('hung'),
    tcpAlive: count('alive'),
    probedVia: run.probedVia,
  };
}

/** When the first connection was begun that was not complete when the fault came. */
function openFrom({ connections, faultMs }: FaultRun): number {
  const open = connections.find(({ atMs, rttMs }) => atMs + (rttMs ?? connectTimeoutMs) > faultMs);
  return Math.min(open?.atMs ?? faultMs, faultMs);
}

/** No gap, no connection that failed, no session that broke or stalled. */
export const unaffected = (cost: FaultCost): boolean =>
  cost.restoreMs === 0 && cost.connectionsFailed === 0 && cost.tcpBroken + cost.tcpHung === 0;

/** `ISP1 blackhole`. */
export const nameOf = ({ wan, fault }: Pick<FaultCost, 'wan' | 'fault'>): string =>
  `${wan.toUpperCase()} ${fault}`;
