import type {
  AppliedEntry,
  GatewayReport,
  IncidentReply,
  IncidentsReply,
  JournalReply,
  SeriesReply,
} from '../replies/index.ts';

/** A time: ISO 8601, UTC. */
type Time = string;

/** What may be asked of a gateway's past. */
export type PastQuestion =
  | { readonly kind: 'incidents'; readonly since?: Time | undefined; readonly limit: number }
  /** By its id, or the latest of a line. */
  | { readonly kind: 'incident'; readonly incident: string; readonly language: 'en' | 'id' }
  | {
      readonly kind: 'report';
      readonly name: string;
      readonly since: Time;
      readonly until?: Time | undefined;
    }
  /** Series by their names in the ring file, each with what it is called in the answer. */
  | {
      readonly kind: 'series';
      readonly names: Readonly<Record<string, string>>;
      readonly since: Time;
      readonly until?: Time | undefined;
      readonly stepMs?: number | undefined;
    }
  | {
      readonly kind: 'journal';
      readonly since?: Time | undefined;
      readonly kinds?: readonly string[] | undefined;
      readonly correlation?: string | undefined;
      readonly limit: number;
      /** Entries before this number. */
      readonly beforeId?: number | undefined;
    }
  | { readonly kind: 'applied'; readonly limit: number };

/** What each is answered with. */
export interface PastAnswers {
  readonly incidents: IncidentsReply;
  /** Undefined: there is no such incident. */
  readonly incident: IncidentReply | undefined;
  readonly report: GatewayReport;
  readonly series: SeriesReply;
  readonly journal: JournalReply;
  readonly applied: readonly Omit<AppliedEntry, 'kept'>[];
}

/** Reads what is kept of a gateway's past, beside the thread that decides. Throws EnvironmentError. */
export interface PastReader {
  ask<Q extends PastQuestion>(question: Q): Promise<PastAnswers[Q['kind']]>;
  close(): Promise<void>;
}
