import type { Sample } from '../../traffic/index.ts';

/** Pings of one client to one server while the ISP that carries them is unplugged and plugged in again. */
export interface PingLog {
  readonly client: string;
  readonly server: string;
  /** The ISP that was cut. */
  readonly isp: string;
  readonly startMs: number;
  readonly cutMs: number;
  readonly repairMs: number;
  readonly samples: readonly Sample[];
}

/** With one ISP, or with another one that can take over. */
export type PingPart = 'alone' | 'backed-up';

export const everyMs = 100;

/** So many answers in a row end a gap. */
export const steady = 5;
