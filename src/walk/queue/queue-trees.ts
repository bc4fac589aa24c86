import { QueueOrder, type QueueTree } from '../../model/index.ts';
import type { Flight } from '../flight.ts';
import type { Setup } from '../setup.ts';
import type { QueuedInTree } from '../trace.ts';
import { pcqLineOf } from './line.ts';

/** A queue without children, and the HTB that it stands in: `global` or an interface. */
interface Leaf {
  readonly queue: QueueTree;
  readonly root: string;
}

/** The leaves of one HTB, the first of each packet mark and the first that asks for none. */
interface Root {
  readonly marked: Map<number, Leaf>;
  unmarked: Leaf | undefined;
}

const global = 'global';

/**
 * Which leaf of the queue trees takes a packet: one by its packet mark, else one that asks for no mark. All see the
 * packet together: that of `global`, then that of the interface it leaves by (docs/routeros.md#queues).
 */
export class QueueTrees {
  readonly #setup: Setup;
  readonly #roots = new Map<string, Root>();

  constructor(setup: Setup) {
    this.#setup = setup;
    const order = new QueueOrder(setup.router.queueTrees);
    for (const queue of order.enabled) {
      if (order.hasChildren(queue)) continue;
      this.#add({ queue, root: order.withParents(queue).at(-1)?.parent ?? global });
    }
  }

  #add(leaf: Leaf): void {
    const root = this.#roots.get(leaf.root) ?? { marked: new Map(), unmarked: undefined };
    this.#roots.set(leaf.root, root);
    const { packetMarks } = leaf.queue;
    if (packetMarks.length === 0) root.unmarked ??= leaf;
    for (const id of packetMarks.map(mark => this.#setup.packetMarks.id(mark))) {
      if (!root.marked.has(id)) root.marked.set(id, leaf);
    }
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
    const own = this.#roots.get(root);
    const leaf = own?.marked.get(flight.packetMark) ?? own?.unmarked;
    if (leaf) flight.steps.push(this.#queued(leaf, flight));
  }

  #queued({ queue, root }: Leaf, flight: Flight): QueuedInTree {
    const pcq = pcqLineOf(this.#setup.router, queue.queue, flight);
    return { kind: 'queued-in-tree', queue, root, pcq };
  }
}
