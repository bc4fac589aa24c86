import { childrenOf, enabledQueues, type QueueTree, withParents } from '../../model/index.ts';
import type { Flight } from '../flight.ts';
import type { Setup } from '../setup.ts';
import type { QueuedInTree } from '../trace.ts';
import { pcqLineOf } from './line.ts';

/** A queue without children, and the HTB that it stands in: `global` or an interface. */
interface Leaf {
  readonly queue: QueueTree;
  readonly root: string;
  readonly marks: readonly number[];
}

const global = 'global';

/**
 * Which leaf of the queue trees takes a packet: one by its packet mark, else one that asks for no mark. All see the
 * packet together: that of `global`, then that of the interface it leaves by (docs/routeros.md#queues).
 */
export class QueueTrees {
  readonly #setup: Setup;
  readonly #leaves: readonly Leaf[];

  constructor(setup: Setup) {
    this.#setup = setup;
    const enabled = enabledQueues(setup.router.queueTrees);
    this.#leaves = enabled
      .filter(queue => childrenOf(enabled, queue).length === 0)
      .map(queue => ({
        queue,
        root: withParents(enabled, queue).at(-1)?.parent ?? global,
        marks: queue.packetMarks.map(mark => setup.packetMarks.id(mark)),
      }));
  }

  /** Of all traffic that the router handles. */
  enqueueGlobal(flight: Flight): void {
    this.#enqueue(flight, global);
  }

  /** Of the interface that it leaves by, at the very end. */
  enqueueLeaving(flight: Flight): void {
    this.#enqueue(flight, this.#setup.interfaces.name(flight.out));
  }

  #enqueue(flight: Flight, root: string): void {
    const own = this.#leaves.filter(leaf => leaf.root === root);
    const marked = own.find(({ marks }) => marks.includes(flight.packetMark));
    const leaf = marked ?? own.find(({ marks }) => marks.length === 0);
    if (leaf) flight.steps.push(this.#queued(leaf, flight));
  }

  #queued({ queue, root }: Leaf, flight: Flight): QueuedInTree {
    const pcq = pcqLineOf(this.#setup.router, queue.queue, flight);
    return { kind: 'queued-in-tree', queue, root, pcq };
  }
}
