import { notifyParameters } from '../parameters.ts';
import type { Message } from '../statement.ts';

/** Messages to one receiver. Plain data: it is kept over a restart. */
export interface Outbox {
  readonly waiting: readonly Message[];
  /** The first of them is on its way. */
  readonly isSending: boolean;
  /** Of the first, so far. */
  readonly attempts: number;
  readonly nextMs: number;
  /** Since then nothing has been delivered, though it was tried. */
  readonly failingMs?: number | undefined;
  /** What went wrong last. */
  readonly said?: string | undefined;
  /** The last message was not taken, and would not be if it were sent again. */
  readonly isRefused: boolean;
}

export const emptyOutbox: Outbox = {
  waiting: [],
  isSending: false,
  attempts: 0,
  nextMs: 0,
  isRefused: false,
};

/** What came of sending. `refused`: this message will never be taken. */
export type Sent =
  | { readonly kind: 'delivered'; readonly said: string; readonly tookMs: number }
  | {
      readonly kind: 'failed' | 'refused';
      readonly said: string;
      readonly tookMs: number;
      readonly retryAfterMs?: number | undefined;
    };

/** What is to be told of a message. */
export interface Delivery {
  readonly message: Message;
  /** `failed`: it is tried again; `lost`: it is not. */
  readonly result: 'delivered' | 'failed' | 'lost';
  readonly attempts: number;
  readonly said: string;
  readonly tookMs: number;
}

const { mostWaiting, firstRetryMs, lastRetryMs, oldestMs } = notifyParameters;

type Change = { readonly outbox: Outbox; readonly deliveries: readonly Delivery[] };

/** One more message; where there is no room the oldest that is not on its way is lost. */
export function posted(outbox: Outbox, message: Message): Change {
  const { waiting, isSending } = outbox;
  if (waiting.length < mostWaiting)
    return { outbox: { ...outbox, waiting: [...waiting, message] }, deliveries: [] };
  const first = isSending ? 1 : 0;
  const rest = waiting.filter((_, at) => at !== first);
  const deliveries = waiting.slice(first, first + 1).map(one => lost(one, 0, outbox.said ?? 'too many wait'));
  return { outbox: { ...outbox, waiting: [...rest, message] }, deliveries };
}

const lost = (message: Message, attempts: number, said: string): Delivery => ({
  ...{ message, result: 'lost', attempts, said, tookMs: 0 },
});

/** When the first is to be sent; undefined: nothing waits, or it is on its way. */
export const sendAt = ({ waiting, isSending, nextMs }: Outbox): number | undefined =>
  waiting.length === 0 || isSending ? undefined : nextMs;

export const sending = (outbox: Outbox): Outbox => ({
  ...{ ...outbox, isSending: true, attempts: outbox.attempts + 1 },
});

/** What came of the one that was on its way. */
export function answered(outbox: Outbox, sent: Sent, nowMs: number): Change {
  const [message, ...rest] = outbox.waiting;
  if (!message || !outbox.isSending) return { outbox: { ...outbox, isSending: false }, deliveries: [] };
  const { attempts } = outbox;
  const of = { message, attempts, said: sent.said, tookMs: sent.tookMs };
  const next = { ...emptyOutbox, waiting: rest };
  if (sent.kind === 'delivered') return { outbox: next, deliveries: [{ ...of, result: 'delivered' }] };
  const trouble = { failingMs: outbox.failingMs ?? nowMs, said: sent.said };
  if (sent.kind === 'refused')
    return { outbox: { ...next, ...trouble, isRefused: true }, deliveries: [{ ...of, result: 'lost' }] };
  if (nowMs - message.atMs >= oldestMs)
    return { outbox: { ...next, ...trouble }, deliveries: [{ ...of, result: 'lost' }] };
  const nextMs = nowMs + Math.max(sent.retryAfterMs ?? 0, backOff(attempts));
  return {
    outbox: { ...outbox, ...trouble, isSending: false, nextMs },
    deliveries: attempts === 1 ? [{ ...of, result: 'failed' }] : [],
  };
}

/** ms until the next attempt. */
export const backOff = (attempts: number): number =>
  Math.min(lastRetryMs, firstRetryMs * 2 ** Math.min(20, attempts - 1));

/** What was under way when it was kept may have arrived or not: it is sent again, with the same id. */
export const restoredOutbox = (outbox: Outbox): Outbox => ({
  ...{ ...outbox, isSending: false, attempts: 0, nextMs: 0, failingMs: undefined },
});
