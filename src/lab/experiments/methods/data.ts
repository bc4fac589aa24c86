import type { Judged } from '../speed/data.ts';

/** What one method did to the same traffic as all others. */
export interface MethodRun {
  readonly method: string;
  /** Why it could not be measured; then everything else is zero. */
  readonly inapplicable: string;
  readonly tried: number;
  /** Connections by ISP. */
  readonly viaIsp: Readonly<Record<string, number>>;
  /** Users' sessions of several connections to one server, and how many of them the server saw from several addresses. */
  readonly sessions: number;
  readonly splitSessions: number;
  /** Long TCP connections under load, and those that broke or hang. */
  readonly held: number;
  readonly heldBroken: number;
  /** bit/s of payload while the lines are full. */
  readonly downloadBps: number;
  readonly loaded: Judged;
}

/** Users' sessions of several connections. */
export const sessionCount = 40;

/** Long TCP connections. */
export const heldCount = 8;
