import type { AtMoment, PassedRates } from './network-reply.ts';

/** Where a listener stands: the events of one run are numbered without gaps. */
export interface SubscribeReply {
  /** Another one: the gateway was started anew, and numbers begin anew. */
  readonly run: string;
  /** Of the latest event that was said before the answer. */
  readonly seq: number;
  /** Events between what the listener had and what follows are not kept any more, or were of another run. */
  readonly missed: boolean;
}

/** What a line does now. What is not known is undefined. */
export interface LineRates extends PassedRates {
  readonly roundTripMs?: number | undefined;
  readonly jitterMs?: number | undefined;
  /** 0 to 1. */
  readonly loss?: number | undefined;
  /** New connections per second. */
  readonly openedPerSecond?: number | undefined;
}

/** Each second, for who asks for them. */
export interface RatesMessage extends AtMoment {
  /** Between the readings that rates are of. */
  readonly overMs: number;
  readonly lines: Readonly<Record<string, LineRates>>;
  /** Every interface, by its device. */
  readonly interfaces: Readonly<Record<string, PassedRates>>;
  /** Connections that the kernel tracks, and how many it can. */
  readonly tracked?: { readonly tracked: number; readonly limit: number } | undefined;
}
