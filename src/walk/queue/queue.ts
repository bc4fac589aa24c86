import type { QueueTarget, SimpleQueue } from '../../model/index.ts';
import { prefixRange } from '../../net/index.ts';
import type { Flight } from '../flight.ts';
import type { Setup } from '../setup.ts';

type Side = (flight: Flight) => 'upload' | 'download' | undefined;

interface CompiledQueue {
  readonly queue: SimpleQueue;
  readonly marks: readonly number[];
  readonly side: Side;
}

/** Which simple queue takes a packet: the first that matches (docs/routeros.md#queues). */
export class Queues {
  readonly #queues: readonly CompiledQueue[];

  constructor(setup: Setup) {
    this.#queues = setup.router.simpleQueues
      .filter(({ disabled }) => !disabled)
      .map(queue => ({
        queue,
        marks: queue.packetMarks.map(mark => setup.packetMarks.id(mark)),
        side: sideOf(setup, queue),
      }));
  }

  /** Notes the queue in the trace. Connections on the fast track see none. */
  enqueue(flight: Flight): void {
    for (const { queue, marks, side } of this.#queues) {
      if (marks.length > 0 && !marks.includes(flight.packetMark)) continue;
      const direction = side(flight);
      if (!direction) continue;
      flight.steps.push({ kind: 'queued', queue, direction });
      return;
    }
  }
}

/** Download is looked at first: a packet between two targets counts as download. */
function sideOf(setup: Setup, { target, dst }: SimpleQueue): Side {
  const receives = target.map(one => end(setup, one, 'to'));
  const sends = target.map(one => end(setup, one, 'from'));
  const peerSends = dst ? end(setup, dst, 'from') : () => true;
  const peerReceives = dst ? end(setup, dst, 'to') : () => true;
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
  const { from, to } = prefixRange(target.prefix);
  return flight => {
    // Simple queues stand behind src-nat, yet see the address from before it, as on RouterOS.
    const address = side === 'from' ? flight.packet.src : flight.dst;
    return address >= from && address <= to;
  };
}
