import { type QueueTarget, type SimpleQueue, simpleQueueOrder } from '../../model/index.ts';
import { isIpv4Prefix, prefixRange } from '../../net/index.ts';
import type { Flight } from '../flight.ts';
import { isWithin } from '../match/week.ts';
import type { Setup } from '../setup.ts';
import type { QueueDirection, Queued } from '../trace.ts';
import { pcqLineOf } from './line.ts';

type Side = (flight: Flight) => QueueDirection | undefined;

interface CompiledQueue {
  readonly queue: SimpleQueue;
  readonly hasChildren: boolean;
  readonly side: Side;
}

/** Which simple queue takes a packet: the first that matches, children before their parent (docs/routeros.md#queues). */
export class SimpleQueues {
  readonly #setup: Setup;
  readonly #queues: readonly CompiledQueue[];

  constructor(setup: Setup) {
    this.#setup = setup;
    const order = simpleQueueOrder(setup.router);
    this.#queues = order
      .matchOrder()
      .filter(queue => order.withParents(queue).every(one => isThere(setup, one)))
      .map(queue => ({
        queue,
        hasChildren: order.hasChildren(queue),
        side: whole(order.withParents(queue).map(one => ownSide(setup, one))),
      }));
  }

  /** Notes the queue in the trace; where the moment decides between queues, each that may take it. */
  enqueue(flight: Flight): void {
    for (const { queue, hasChildren, side } of this.#queues) {
      const direction = side(flight);
      if (direction === undefined) continue;
      flight.steps.push(this.#queued(queue, direction, hasChildren, flight));
      if (!this.#dependsOnMoment(queue)) return;
    }
  }

  #queued(queue: SimpleQueue, direction: QueueDirection, hasChildren: boolean, flight: Flight): Queued {
    const type = queue.queue[direction === 'download' ? 'download' : 'upload'];
    return {
      kind: 'queued',
      queue,
      direction,
      during: this.#dependsOnMoment(queue) ? queue.time : undefined,
      hasChildren,
      pcq: pcqLineOf(this.#setup.router, type, flight),
    };
  }

  #dependsOnMoment({ time }: SimpleQueue): boolean {
    return time !== undefined && this.#setup.options.at === undefined;
  }
}

/** Not outside its `time=`, where the moment is known. */
function isThere({ options: { at } }: Setup, { time }: SimpleQueue): boolean {
  return time === undefined || at === undefined || isWithin(time, at);
}

/** What parents do not take, their children do not get; the queue's own side comes first. */
function whole(sides: readonly Side[]): Side {
  return flight => {
    const [own, ...above] = sides.map(side => side(flight));
    return above.includes(undefined) ? undefined : own;
  };
}

function ownSide(setup: Setup, queue: SimpleQueue): Side {
  const marks = queue.packetMarks.map(mark => setup.packetMarks.id(mark));
  const side = sideOf(setup, queue);
  return flight => (marks.length === 0 || marks.includes(flight.packetMark) ? side(flight) : undefined);
}

/**
 * Download is looked at first: a packet between two targets counts as download. Without a target nothing tells the
 * directions apart, and both limits count.
 */
function sideOf(setup: Setup, { target, dst }: SimpleQueue): Side {
  const receives = target.map(one => end(setup, one, 'to'));
  const sends = target.map(one => end(setup, one, 'from'));
  const peerSends = dst ? end(setup, dst, 'from') : () => true;
  const peerReceives = dst ? end(setup, dst, 'to') : () => true;
  if (target.length === 0) return flight => (peerSends(flight) || peerReceives(flight) ? 'both' : undefined);
  return flight => {
    if (receives.some(test => test(flight)) && peerSends(flight)) return 'download';
    return sends.some(test => test(flight)) && peerReceives(flight) ? 'upload' : undefined;
  };
}

/** Interfaces: what comes in by it is sent by the target. Addresses: as they are once NAT is undone for the LAN side. */
function end(setup: Setup, target: QueueTarget, side: 'from' | 'to'): (flight: Flight) => boolean {
  if (target.kind === 'interface') {
    const id = setup.interfaces.id(target.interface);
    return flight => (side === 'from' ? flight.in : flight.out) === id;
  }
  // Only IPv4 is walked.
  if (!isIpv4Prefix(target.prefix)) return () => false;
  const { from, to } = prefixRange(target.prefix);
  return flight => {
    // Simple queues stand behind src-nat, yet see the address from before it, as on RouterOS.
    const address = side === 'from' ? flight.packet.src : flight.dst;
    return address >= from && address <= to;
  };
}
