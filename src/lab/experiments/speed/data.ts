import type { PathQuality, Tiphon } from '../../traffic/index.ts';

/** Delay, jitter and loss with their TIPHON marks. */
export interface Judged extends PathQuality {
  readonly tiphon: Tiphon;
}

/** One speed test. Rates are goodput: bit/s of TCP payload that arrived. */
export interface SpeedRow {
  /** The only ISP that is plugged in, or `balanced` with all. */
  readonly path: string;
  readonly connections: number;
  readonly servers: number;
  readonly downloadBps: number;
  readonly uploadBps: number;
  /** Sum of the rates of the lines in use, bit/s; undefined where one has no limit. */
  readonly downloadLimit: number | undefined;
  readonly uploadLimit: number | undefined;
  /** While the download ran. */
  readonly loaded: Judged;
  /** Before anything ran. */
  readonly idle: Judged;
  /** Longest time that the measuring process itself did not get the CPU, ms: figures of an overloaded machine are not comparable. */
  readonly starvedMs: number;
  /** Changes of routes that the gateway made meanwhile: none, where nothing happens to the lines. */
  readonly routeChanges: number;
  /** What passed each line, frames and all. */
  readonly throughput: readonly Passed[];
  /** When the download and the upload began, ms since start. */
  readonly beganMs: readonly [number, number];
}

/** What came through the limits of an ISP: points [ms since start, bit/s]. */
export interface Passed {
  readonly isp: string;
  readonly download: Line['points'];
  readonly upload: Line['points'];
}

/** A named line over time. */
export interface Line {
  readonly name: string;
  readonly points: readonly (readonly [number, number])[];
}
