import type { Heard, Recorded, Resumed } from '../history/index.ts';
import type {
  AppliedReply,
  ApplyReply,
  ChangeReply,
  ConfigReply,
  ConfirmReply,
  ConnectionsReply,
  CountersReply,
  EventsReply,
  GatewayReport,
  IncidentReply,
  IncidentsReply,
  InterfacesReply,
  JournalReply,
  LeasesReply,
  NotifyReply,
  QueuesReply,
  RatesMessage,
  RoutesReply,
  SeriesReply,
  StatusReply,
  SubscribeReply,
  TextsReply,
  WanReply,
} from '../replies/index.ts';
import type { ControlRequest } from './schema.ts';

export type { ControlAsking, ControlRequest } from './schema.ts';

/** Version of everything said over a control connection: one JSON object per line, both ways. */
export const protocolVersion = 1;

/** What each request is answered with. */
export interface ControlValues {
  readonly routes: RoutesReply;
  readonly status: StatusReply;
  readonly counters: CountersReply;
  readonly events: EventsReply;
  readonly wan: WanReply;
  readonly config: ConfigReply;
  readonly reload: ChangeReply;
  readonly apply: ApplyReply;
  readonly confirm: ConfirmReply;
  readonly rollback: ApplyReply;
  readonly interfaces: InterfacesReply;
  readonly connections: ConnectionsReply;
  readonly queues: QueuesReply;
  readonly leases: LeasesReply;
  readonly texts: TextsReply;
  readonly applied: AppliedReply;
  readonly incidents: IncidentsReply;
  readonly incident: IncidentReply;
  readonly report: GatewayReport;
  readonly series: SeriesReply;
  readonly journal: JournalReply;
  readonly notify: NotifyReply;
  /** Everything asked for until the request is in the kernel, or was refused and waits to be tried again. */
  readonly settled: Readonly<Record<string, never>>;
  readonly pulse: Readonly<Record<string, never>>;
  /** Events follow from now on. */
  readonly subscribe: SubscribeReply;
  /** Sent when the gateway has taken everything back (unless it was started to leave it); then it ends. */
  readonly stop: { readonly undone: boolean };
}

export type ControlRequestType = ControlRequest['type'];

/** What prevented an answer. */
export interface ControlError {
  readonly code:
    | 'control/bad-request'
    | 'control/version'
    | 'control/failed'
    /** There is no such receiver of notifications. */
    | 'control/unknown-receiver'
    /** There is no such line. */
    | 'control/unknown-line'
    /** Without it nothing is left: asked again with `force` it is done. */
    | 'control/last-line'
    /** Another configuration waits to be confirmed. */
    | 'control/unconfirmed'
    | 'control/nothing-to-confirm'
    | 'control/too-early'
    /** Who confirms came in before. */
    | 'control/old-connection'
    /** The configuration in force is of no file. */
    | 'control/no-file'
    /** It was taken back before. */
    | 'control/tried'
    /** Another configuration is in force than the one that `ifHash` names. */
    | 'control/changed-meanwhile'
    /** The texts of that configuration are not kept. */
    | 'control/not-kept'
    /** No journal is kept. */
    | 'control/no-journal'
    | 'control/unknown-incident'
    /** A filter, a cursor or a time that means nothing. */
    | 'control/bad-query'
    /** It is about to end. */
    | 'control/ending'
    /** By this connection nobody may ask for it. */
    | 'control/not-allowed';
  readonly what: string;
  readonly do: string;
}

/** A request that is understood and not obeyed. */
export class ControlRefused extends Error {
  readonly error: ControlError;

  constructor(error: ControlError) {
    super(`${error.what} ${error.do}`);
    this.name = 'ControlRefused';
    this.error = error;
  }
}

/** Everything that travels from the gateway to its clients, each with `v`, the protocol's version. */
export type ControlMessage =
  /** The first line of every connection. */
  | { readonly type: 'hello'; readonly pid: number }
  | { readonly type: 'reply'; readonly id: number; readonly value: ControlValues[ControlRequestType] }
  /** `id` -1: the request was not readable. */
  | { readonly type: 'failed'; readonly id: number; readonly error: ControlError }
  | ({ readonly type: 'event' } & Recorded)
  | ({ readonly type: 'rates' } & RatesMessage);

/** Whose request it is. */
export interface ControlPeer {
  /** When his connection was opened (CLOCK_MONOTONIC). */
  readonly connectedAtMs: number;
  /** The process of the pages, which may ask for less. */
  readonly isWeb: boolean;
}

export type AnsweredRequest = Exclude<ControlRequest, { readonly type: 'subscribe' }>;

/** Who answers, and whose events are heard. `answer` throws EnvironmentError and ControlRefused. */
export interface ControlTarget {
  answer(request: AnsweredRequest, peer: ControlPeer): Promise<ControlMessageValue>;
  /** What a listener hears first who has heard that much. */
  resume(heard: Heard | undefined): Resumed;
  /** Hears every event from now on; returns the end of that. */
  subscribe(listener: (recorded: Recorded) => void): () => void;
  /** Hears what lines carry, each second or `hz` times in one; returns the end of that. */
  rates(listener: (rates: RatesMessage) => void, hz?: number): () => void;
}

export type ControlMessageValue = ControlValues[ControlRequestType];

/** Where a gateway listens, in its state folder. */
export const controlSocket = 'control.sock';
/** And where it listens to the process of the pages, if there is one. */
export const webSocket = 'web.sock';
