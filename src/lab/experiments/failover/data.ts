import type { Dialect } from '../../../model/index.ts';
import type { FaultKind } from '../../faults/fault.ts';
import type { Sample, SessionState } from '../../traffic/index.ts';
import type { Line } from '../speed/data.ts';

/** A port of the router as Winbox lists it; bit/s and packets/s are means over some seconds. */
export interface PortRow {
  readonly name: string;
  readonly mtu: number;
  readonly running: boolean;
  readonly txBps: number;
  readonly rxBps: number;
  readonly txPps: number;
  readonly rxPps: number;
}

/** A new connection that has no greeting by then has failed, ms. */
export const connectTimeoutMs = 2000;

/** One session of a user, with the ISP that it was opened through. */
export interface SessionFate {
  readonly via: string;
  readonly kind: 'echo' | 'receive';
  readonly state: SessionState;
  readonly longestGapMs: number;
}

/** One fault on one WAN, as users and the gateway saw it. Times are monotonic ms. */
export interface FaultRun {
  readonly wan: string;
  readonly port: string;
  readonly fault: FaultKind;
  /** Of the configuration: it decides after how long a gateway that does not answer counts as unreachable. */
  readonly dialect: Dialect;
  readonly startMs: number;
  readonly faultMs: number;
  readonly endMs: number;
  /** When the gateway detected it; null where it did not. */
  readonly detectedMs: number | null;
  /** By what it was detected: `link`, `check`. */
  readonly detectedBy: string;
  /** ISP that the probes had been going by; another than `wan` where nothing goes by that. */
  readonly probedVia: string;
  /** One every 10 ms, each a flow of its own. */
  readonly pings: readonly Sample[];
  /** New TCP connections, four a second; `rttMs` is the time to the greeting. */
  readonly connections: readonly Sample[];
  readonly sessions: readonly SessionFate[];
  readonly before: readonly PortRow[];
  readonly after: readonly PortRow[];
  /** Points [ms since start, bit/s] by `ether1 Rx` and the like. */
  readonly throughput: readonly Line[];
}
