import type { GatewayEvent } from '../core/index.ts';
import type { Recorded } from '../history/index.ts';

type Of<T extends GatewayEvent['type']> = Extract<GatewayEvent, { readonly type: T }>;

/** What was decided and when. */
export interface IncidentDecision {
  readonly time: string;
  readonly reason: string;
  readonly durationMs: number;
  readonly steps: Of<'decision'>['steps'];
  readonly changes: readonly string[];
  readonly refused: readonly string[];
}

/** A line that was down, from the beginning to the end. Times: ISO 8601, UTC. */
export interface Incident {
  /** `ether2-20261130T023412Z`: the line, and when it was found to be down. */
  readonly id: string;
  readonly line: string;
  readonly from: string;
  /** Undefined: it is down still. */
  readonly until?: string | undefined;
  /** Until it was back, or until the last that is known. */
  readonly downMs: number;
  /** The first of its causes, and later ones. */
  readonly causes: readonly string[];
  readonly evidence?: Of<'line'>['evidence'];
  /** What was decided because of it. */
  readonly decision?: IncidentDecision | undefined;
  /** What was decided because it was back. */
  readonly back?: IncidentDecision | undefined;
  /** Connections that were moved because of it; undefined: none, or nobody counts them at RouterOS's pace. */
  readonly flows?: { readonly reset: number; readonly begunAnew: number } | undefined;
  /** It was found so at a start: when it began, or ended, nobody saw. */
  readonly unseen: { readonly start: boolean; readonly end: boolean };
  readonly correlation: string;
}

/** The latest first. */
export interface IncidentsReply {
  readonly incidents: readonly Incident[];
}

/** One value of a series over a stretch of time, which begins at `timeS` (Unix time): least, mean, most, and how many were measured. */
export interface SeriesPoint {
  readonly timeS: number;
  readonly min: number;
  readonly avg: number;
  readonly max: number;
  readonly n: number;
}

/** What was measured, by series. */
export interface SeriesReply {
  /** Points are so far apart. */
  readonly stepMs: number;
  readonly series: Readonly<Record<string, readonly SeriesPoint[]>>;
}

/** One incident as a page has it: its story, and what was measured around it. */
export interface IncidentReply {
  readonly incident: Incident;
  /** About how many packets it cost; undefined: nobody knows. */
  readonly lostPacketsAbout?: number | undefined;
  /** The story in the language that was asked for. */
  readonly story: string;
  /** Events that belong to it, oldest first. */
  readonly events: readonly PastRecord[];
  /** From a while before to a while after, by what was measured (`rtt`, `loss` …). */
  readonly series: SeriesReply;
}

/** An event of the journal; `seq` rises over restarts. */
export interface PastRecord extends Recorded {
  readonly correlation: string;
}

/** The latest first; `next`: the cursor of those before, undefined where there are none. */
export interface JournalReply {
  readonly items: readonly PastRecord[];
  readonly next?: string | undefined;
}

/** ETSI TR 101 329 (TIPHON): 4 very good (sangat baik), 3 good (baik), 2 medium (sedang), 1 poor (buruk). */
export type TiphonIndex = 1 | 2 | 3 | 4;

export interface Tiphon {
  readonly delay: TiphonIndex;
  readonly jitter: TiphonIndex;
  readonly loss: TiphonIndex;
  /** Mean of the three. */
  readonly index: number;
}

/** Mean and most over a time. */
export interface Figure {
  readonly avg: number;
  readonly max: number;
}

/** How a line was over a time. What was not measured is undefined. */
export interface LineReport {
  readonly line: string;
  /** Part of the time that was measured, 0 to 1; and of that the part in which it was not down. */
  readonly measured: number;
  readonly available?: number | undefined;
  readonly outages: readonly Incident[];
  readonly roundTripMs?: Figure | undefined;
  readonly jitterMs?: Figure | undefined;
  /** 0 to 1. */
  readonly loss?: Figure | undefined;
  readonly tiphon?: Tiphon | undefined;
  /** bit/s */
  readonly receivedBps?: Figure | undefined;
  readonly sentBps?: Figure | undefined;
  /** Of new connections, 0 to 1: what the configuration promised, and what was counted. */
  readonly promised?: number | undefined;
  readonly share?: number | undefined;
  /** For drawings: when it was up, and its round trips. */
  readonly up: readonly SeriesPoint[];
  readonly roundTrips: readonly SeriesPoint[];
}

/** A configuration that came, and what became of it. */
export interface ConfigReport {
  readonly time: string;
  readonly file: string;
  readonly how: string;
  readonly by?: string | undefined;
  readonly result: string;
  readonly changes: number;
  readonly digest?: string | undefined;
}

/** How long decisions took that changed something, ms. */
export interface DecisionReport {
  readonly count: number;
  readonly medianMs?: number | undefined;
  readonly slowestMs?: number | undefined;
}

/** What a gateway did over a time. Times: ISO 8601, UTC. */
export interface GatewayReport {
  readonly name: string;
  readonly since: string;
  readonly until: string;
  readonly lines: readonly LineReport[];
  /** The longest first. */
  readonly incidents: readonly Incident[];
  readonly decisions: DecisionReport;
  readonly configs: readonly ConfigReport[];
  /** Errors and warnings by their code, how often each was raised; most first. */
  readonly conditions: readonly { readonly code: string; readonly raised: number }[];
}
