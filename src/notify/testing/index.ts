import type { Occurrence } from '../occurrence.ts';
import type { Sent } from '../outbox/index.ts';
import { emptyPost, type PostEvent, type PostState, postStep, wakeAt } from '../postman.ts';
import { eventKinds, type Receiver } from '../receiver.ts';
import type { Message, Statement } from '../statement.ts';
import { usualText, usualTitle } from '../text/index.ts';

export const phone: Receiver = {
  name: 'phone',
  channel: { kind: 'ntfy', url: 'https://ntfy.example/office' },
  events: eventKinds,
  waitMs: 15_000,
  language: 'en',
  title: usualTitle,
  text: usualText,
};

/** A receiver as its messages come, by a clock of its own that jumps from one time to be asked to the next. */
export interface Desk {
  /** ms since its start. */
  readonly now: number;
  readonly state: PostState;
  readonly messages: readonly Message[];
  readonly sendings: readonly number[];
  at(
    seconds: number,
    occurrence: Occurrence extends infer O ? (O extends Occurrence ? Omit<O, 'atMs'> : never) : never,
  ): void;
  until(seconds: number): void;
  /** All that was said, as `what label`. */
  said(): readonly string[];
}

type Reply = (message: Message, attempt: number) => Sent;

export const delivered: Reply = () => ({ kind: 'delivered', said: '200', tookMs: 1 });

export function desk(
  receiver: Receiver = phone,
  reply: Reply = delivered,
  before: PostState = emptyPost,
): Desk {
  let [state, now] = [before, 0];
  const messages: Message[] = [];
  const sendings: number[] = [];
  const attempts = new Map<string, number>();
  const feed = (event: PostEvent): void => {
    const step = postStep(receiver, state, event, now);
    state = step.state;
    if (!step.send) return;
    const { send } = step;
    const attempt = (attempts.get(send.id) ?? 0) + 1;
    attempts.set(send.id, attempt);
    sendings.push(now);
    const sent = reply(send, attempt);
    if (sent.kind === 'delivered') messages.push(send);
    feed({ kind: 'sent', sent });
  };
  const until = (seconds: number): void => {
    const end = seconds * 1000;
    for (let count = 0; ; count++) {
      const wake = wakeAt(receiver, state, now);
      if (wake === undefined || wake > end) break;
      if (count > 10_000) throw new Error('it is asked over and over');
      now = Math.max(now, wake);
      feed({ kind: 'tick' });
    }
    now = end;
  };
  return {
    get now() {
      return now;
    },
    get state() {
      return state;
    },
    messages,
    sendings,
    at(seconds, occurrence) {
      until(seconds);
      feed({ kind: 'occurred', occurrence: { ...occurrence, atMs: now } as Occurrence });
    },
    until,
    said: () => messages.flatMap(({ statements }) => statements.map(short)),
  };
}

function short(one: Statement): string {
  if ('label' in one) return `${one.kind} ${one.label}`;
  if (one.kind === 'condition') return `${one.state} ${one.code}`;
  return one.kind;
}
