import {
  type Digest,
  type DigestOptions,
  emptyDigest,
  flushed,
  hasNoWay,
  hear,
  nextDue,
  restoredDigest,
} from './digest/index.ts';
import type { Occurrence } from './occurrence.ts';
import {
  answered,
  type Delivery,
  emptyOutbox,
  type Outbox,
  posted,
  restoredOutbox,
  type Sent,
  sendAt,
  sending,
} from './outbox/index.ts';
import { notifyParameters } from './parameters.ts';
import { isInside, type Receiver } from './receiver.ts';
import { eventOf, type Message } from './statement.ts';

/** All that is known for one receiver. Plain data. */
export interface PostState {
  readonly digest: Digest;
  readonly outbox: Outbox;
  /** Messages so far: their ids. */
  readonly count: number;
}

export const emptyPost: PostState = { digest: emptyDigest, outbox: emptyOutbox, count: 0 };

/** What happens to it. */
export type PostEvent =
  | { readonly kind: 'occurred'; readonly occurrence: Occurrence }
  | { readonly kind: 'sent'; readonly sent: Sent }
  | { readonly kind: 'tick' };

export interface PostStep {
  readonly state: PostState;
  /** To be sent now. */
  readonly send?: Message | undefined;
  readonly deliveries: readonly Delivery[];
}

const optionsOf = (receiver: Receiver): DigestOptions => ({
  ...{ name: receiver.name, waitMs: receiver.waitMs, isInside: isInside(receiver) },
});

/** What is told to a receiver, decided. Pure: the clock comes with each event. `id`: of this gateway, for messages. */
export function postStep(receiver: Receiver, before: PostState, event: PostEvent, nowMs: number): PostStep {
  const options = optionsOf(receiver);
  const heard = hearEvent(before, event, options, nowMs);
  const told = withMessage(receiver, heard, options, nowMs);
  const isHeld = !options.isInside && hasNoWay(told.state.digest);
  const at = isHeld ? undefined : sendAt(told.state.outbox);
  if (at === undefined || at > nowMs) return told;
  const outbox = sending(told.state.outbox);
  return { ...told, state: { ...told.state, outbox }, send: outbox.waiting[0] };
}

function hearEvent(state: PostState, event: PostEvent, options: DigestOptions, nowMs: number): PostStep {
  switch (event.kind) {
    case 'occurred': {
      const digest = hear(state.digest, event.occurrence, options);
      const isBack = hasNoWay(state.digest) && !hasNoWay(digest);
      const outbox = isBack
        ? { ...state.outbox, nextMs: nowMs + notifyParameters.settleMs, failingMs: undefined }
        : state.outbox;
      return { state: { ...state, digest, outbox }, deliveries: [] };
    }
    case 'sent': {
      const { outbox, deliveries } = answered(state.outbox, event.sent, nowMs);
      return { state: { ...state, outbox }, deliveries };
    }
    case 'tick':
      return { state, deliveries: [] };
  }
}

function withMessage(receiver: Receiver, step: PostStep, options: DigestOptions, nowMs: number): PostStep {
  const { digest, statements } = flushed(step.state.digest, options, nowMs);
  const wanted = statements.filter(one => {
    const event = eventOf(one);
    return event === undefined || receiver.events.includes(event);
  });
  const state = { ...step.state, digest };
  if (wanted.length === 0) return { ...step, state };
  const count = state.count + 1;
  const message: Message = {
    id: `${receiver.name}-${nowMs.toString(36)}-${count}`,
    atMs: nowMs,
    statements: wanted,
  };
  const { outbox, deliveries } = posted(state.outbox, message);
  return { state: { digest, outbox, count }, deliveries: [...step.deliveries, ...deliveries] };
}

/** When it wants to be asked again. */
export function wakeAt(receiver: Receiver, { digest, outbox }: PostState, nowMs: number): number | undefined {
  const options = optionsOf(receiver);
  const isHeld = !options.isInside && hasNoWay(digest);
  const trouble = troubleAt(outbox);
  const times = [
    nextDue(digest, options),
    isHeld ? undefined : sendAt(outbox),
    trouble !== undefined && trouble > nowMs ? trouble : undefined,
  ].filter(one => one !== undefined);
  return times.length === 0 ? undefined : Math.min(...times);
}

/** When it becomes trouble that a receiver cannot be reached, where that is not so already. */
const troubleAt = ({ failingMs }: Outbox): number | undefined =>
  failingMs === undefined ? undefined : failingMs + notifyParameters.failingMs;

/** What is wrong with a receiver; undefined: nothing, or it is not known for long enough. */
export function troubleOf({ outbox, digest }: PostState, nowMs: number): string | undefined {
  const { failingMs, isRefused, said = '', waiting } = outbox;
  if (isRefused) return said;
  if (failingMs === undefined || hasNoWay(digest) || waiting.length === 0) return undefined;
  return nowMs - failingMs >= notifyParameters.failingMs ? said : undefined;
}

/** As it was kept by the last run. */
export const restoredPost = ({ digest, outbox, count }: PostState, nowMs: number): PostState => ({
  digest: restoredDigest(digest, nowMs),
  outbox: restoredOutbox(outbox),
  count,
});
