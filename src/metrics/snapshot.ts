import type { Histogram } from './histogram.ts';

/** What passed an interface since the kernel made it. */
export interface Passed {
  readonly bytes: number;
  readonly packets: number;
}

/** One uplink. What is not known is undefined, and then there is no sample. */
export interface LineFigures {
  /** Its interface. */
  readonly wan: string;
  /** As people call it: `ISP2 (ether2)`. */
  readonly label: string;
  readonly status: LineStatusName;
  readonly cause?: string | undefined;
  /** It answers again, or waits for an answer, and is not used while there is another. */
  readonly held: boolean;
  readonly roundTripSeconds?: number | undefined;
  readonly jitterSeconds?: number | undefined;
  /** 0 to 1. */
  readonly loss?: number | undefined;
  readonly received?: Passed | undefined;
  readonly sent?: Passed | undefined;
  /** Connections opened by it since they are counted. */
  readonly opened?: number | undefined;
  /** Of new connections, 0 to 1: what the configuration promises now, and what was counted lately. */
  readonly promised?: number | undefined;
  readonly measured?: number | undefined;
  readonly failovers: number;
  readonly leaseSeconds?: number | undefined;
}

export const lineStatusNames = ['unknown', 'up', 'degraded', 'down'] as const;
export type LineStatusName = (typeof lineStatusNames)[number];

/** Decisions since the start. */
export interface DecisionFigures {
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
  /** Of decisions that changed something: from the first cause until the kernel had it, and each step. Seconds. */
  readonly whole: Histogram;
  readonly steps: Readonly<Record<'waited' | 'decided' | 'applied', Histogram>>;
}

/** What the journal did since the start; undefined where none is kept. */
export interface JournalFigures {
  readonly entries: number;
  readonly lost: number;
}

/** Messages to one receiver since the start; `failed` counts attempts. */
export interface NotificationFigures {
  readonly receiver: string;
  readonly channel: string;
  readonly delivered: number;
  readonly failed: number;
  readonly lost: number;
  readonly waiting: number;
}

/** Everything that is told of a gateway at one moment. */
export interface MetricsSnapshot {
  readonly build: { readonly version: string; readonly node: string };
  readonly gateway: { readonly name: string; readonly dialect: string; readonly pace: string };
  /** Unix time, seconds. */
  readonly startedAt: number;
  readonly forwards: boolean;
  readonly lines: readonly LineFigures[];
  readonly conditions: readonly {
    readonly code: string;
    readonly severity: string;
    readonly about: string;
  }[];
  readonly decisions: DecisionFigures;
  readonly connections?: { readonly tracked: number; readonly limit: number } | undefined;
  readonly journal?: JournalFigures | undefined;
  /** Undefined: nobody is told of anything. */
  readonly notifications?: readonly NotificationFigures[] | undefined;
  readonly process: { readonly cpuSeconds: number; readonly residentBytes: number };
}
