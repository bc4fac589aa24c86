import { type QueueTarget, type SimpleQueue, simpleQueueOrder } from '../../../model/index.ts';
import { type Ipv4Bounds, isIpv4Prefix, prefixRange } from '../../../net/index.ts';
import { lineOf } from '../../ask/lines.ts';
import type { Rule } from '../../rule.ts';

/** A simple queue behind one that takes all its packets (docs/routeros.md#queues). */
export const queueShadowed: Rule = {
  id: 'queues/queue-shadowed',
  level: 'warning',
  title: { en: `A simple queue that takes no packet`, id: `Simple queue yang tidak pernah mendapat paket` },
  why: {
    en: `Each packet goes to the first queue of the list that fits it. A queue for one host behind the queue of its whole network has nothing to limit.`,
    id: `Setiap paket masuk ke queue pertama yang cocok. Queue untuk satu host di belakang queue seluruh jaringannya tidak membatasi apa pun.`,
  },
  check({ router }) {
    const order = simpleQueueOrder(router);
    const queues = order.matchOrder();
    return queues.flatMap((queue, at) => {
      const by = queues.find(
        (one, place) =>
          place < at &&
          takesAll(one, queue) &&
          !order.hasChildren(one) &&
          !order.withParents(one).includes(queue),
      );
      return by && !order.hasChildren(queue)
        ? {
            at: queue,
            what: {
              en: `The queue ${queue.name} gets no packet: ${by.name} (${lineOf(by.origin).en}) comes first and takes them.`,
              id: `Queue ${queue.name} tidak mendapat paket: ${by.name} (${lineOf(by.origin).id}) lebih dulu mengambilnya.`,
            },
            do: {
              en: `Move ${queue.name} before ${by.name}, or give it parent=${by.name}.`,
              id: `Pindahkan ${queue.name} ke depan ${by.name}, atau beri parent=${by.name}.`,
            },
            related: [{ at: by, text: { en: 'It takes them.', id: 'Queue ini mengambilnya.' } }],
          }
        : [];
    });
  },
};

/** Nothing but its targets says what it takes, and these hold all those of the other one. */
const takesAll = (one: SimpleQueue, other: SimpleQueue): boolean =>
  one.dst === undefined &&
  one.time === undefined &&
  one.packetMarks.length === 0 &&
  other.target.length > 0 &&
  other.target.every(target => one.target.some(wider => holds(wider, target)));

function holds(wider: QueueTarget, target: QueueTarget): boolean {
  if (wider.kind === 'interface') return target.kind === 'interface' && wider.interface === target.interface;
  const [outer, inner] = [boundsOf(wider), boundsOf(target)];
  return outer !== undefined && inner !== undefined && outer.from <= inner.from && inner.to <= outer.to;
}

// Each queue is compared with all before it, and a Router is frozen.
const known = new WeakMap<QueueTarget, Ipv4Bounds | undefined>();

/** The addresses of a target of IPv4. */
function boundsOf(target: QueueTarget): Ipv4Bounds | undefined {
  if (target.kind === 'interface' || !isIpv4Prefix(target.prefix)) return undefined;
  if (!known.has(target)) known.set(target, prefixRange(target.prefix));
  return known.get(target);
}
