import {
  type Clocks,
  emptyPost,
  type Message,
  type PostEvent,
  type PostState,
  postStep,
  type Receiver,
  restoredPost,
  type Sender,
  type Sent,
  troubleOf,
  type Written,
  wakeAt,
  written,
} from '../notify/index.ts';
import type { Posts } from './kept.ts';
import type { Audience, DeliveryFigures, DeliveryOrder, DeliverySaying, TestResult } from './protocol.ts';

/** What a desk needs of the world. */
export interface DeskPort {
  now(): number;
  /** Calls `tick` at that time, instead of any other; undefined: never. */
  wake(atMs: number | undefined): void;
  send(receiver: Receiver, message: Written): Promise<Sent>;
  test(receivers: readonly Receiver[], sender: Sender): Promise<readonly TestResult[]>;
  say(saying: DeliverySaying): void;
  /** What is known has changed. */
  keep(posts: Posts): void;
  readonly clocks: Clocks;
}

/** Hears what happens, and has messages sent. */
export interface Desk {
  hear(order: Exclude<DeliveryOrder, { readonly kind: 'close' }>): void;
  tick(): void;
  /** Resolves when nothing is under way or to be sent at once. */
  idle(): Promise<void>;
}

interface Place {
  readonly receiver: Receiver;
  readonly state: PostState;
  readonly counts: Pick<DeliveryFigures, 'delivered' | 'failed' | 'lost'>;
}

export function openDesk(port: DeskPort, before: Posts): Desk {
  let audience: Audience = { receivers: [], sender: { gateway: '', host: '' } };
  const places = new Map<string, Place>();
  /** Of those that are not invited now: whoever is again goes on from there. */
  const away = new Map(Object.entries(before));
  const underWay = new Set<Promise<void>>();
  let shown = '';

  const feed = (name: string, event: PostEvent): void => {
    const place = places.get(name);
    if (!place) return;
    const { receiver } = place;
    const { state, send, deliveries } = postStep(receiver, place.state, event, port.now());
    const failed = event.kind === 'sent' && event.sent.kind !== 'delivered' ? 1 : 0;
    const count = (result: 'delivered' | 'lost'): number =>
      deliveries.filter(one => one.result === result).length;
    const counts = {
      delivered: place.counts.delivered + count('delivered'),
      failed: place.counts.failed + failed,
      lost: place.counts.lost + count('lost'),
    };
    places.set(name, { receiver, state, counts });
    for (const { message, ...delivery } of deliveries) {
      const { title } = write(receiver, message);
      port.say({ kind: 'delivery', receiver: name, channel: receiver.channel.kind, title, delivery });
    }
    if (send) start(receiver, send);
  };
  const write = (receiver: Receiver, message: Message): Written =>
    written(message, receiver, { sender: audience.sender, clocks: port.clocks });
  const start = (receiver: Receiver, message: Message): void => {
    const work = port.send(receiver, write(receiver, message)).then(sent => {
      underWay.delete(work);
      feed(receiver.name, { kind: 'sent', sent });
      settle();
    });
    underWay.add(work);
  };
  const settle = (): void => {
    const nowMs = port.now();
    const all = [...places.values()];
    const times = all
      .map(({ receiver, state }) => wakeAt(receiver, state, nowMs))
      .filter(at => at !== undefined);
    port.wake(times.length === 0 ? undefined : Math.min(...times));
    port.keep(Object.fromEntries(all.map(({ receiver, state }) => [receiver.name, state])));
    const figures = all.map(one => figuresOf(one, nowMs));
    const text = JSON.stringify(figures);
    if (text === shown) return;
    shown = text;
    port.say({ kind: 'figures', figures });
  };
  const tick = (): void => {
    for (const name of places.keys()) feed(name, { kind: 'tick' });
    settle();
  };
  const invite = (next: Audience): void => {
    audience = next;
    for (const [name, { state }] of places) {
      if (next.receivers.some(one => one.name === name)) continue;
      places.delete(name);
      away.set(name, restoredPost(state, port.now()));
    }
    for (const receiver of next.receivers) {
      const known = places.get(receiver.name);
      const state = known?.state ?? away.get(receiver.name) ?? emptyPost;
      places.set(receiver.name, {
        receiver,
        state,
        counts: known?.counts ?? { delivered: 0, failed: 0, lost: 0 },
      });
    }
    tick();
  };
  const test = (id: number, wanted: string | undefined): void => {
    const chosen = audience.receivers.filter(({ name }) => wanted === undefined || name === wanted);
    const work = port.test(chosen, audience.sender).then(results => {
      underWay.delete(work);
      port.say({ kind: 'tested', id, results });
    });
    underWay.add(work);
  };
  return {
    hear(order) {
      switch (order.kind) {
        case 'audience':
          invite(order.audience);
          return;
        case 'test':
          test(order.id, order.receiver);
          return;
        case 'occurred':
          for (const occurrence of order.occurrences)
            for (const name of places.keys()) feed(name, { kind: 'occurred', occurrence });
          settle();
      }
    },
    tick,
    async idle() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}

function figuresOf({ receiver, state, counts }: Place, nowMs: number): DeliveryFigures {
  return {
    ...{ receiver: receiver.name, channel: receiver.channel.kind, ...counts },
    waiting: state.outbox.waiting.length,
    trouble: troubleOf(state, nowMs),
  };
}
