import type { SimpleQueue } from './items/queue.ts';
import type { Router } from './router.ts';

/** What a queue needs to stand below another one. */
interface Nested {
  readonly name: string;
  readonly parent?: string | undefined;
  readonly disabled: boolean;
}

/** Which of the enabled queues stand below which. */
export class QueueOrder<T extends Nested> {
  readonly enabled: readonly T[];
  readonly #parents: ReadonlyMap<T, T>;
  readonly #children: ReadonlyMap<T, readonly T[]>;

  constructor(queues: readonly T[]) {
    this.enabled = queues.filter(({ disabled }) => !disabled);
    this.#parents = parentsOf(this.enabled);
    const children = new Map<T, T[]>();
    for (const [child, parent] of this.#parents) {
      const known = children.get(parent);
      if (known) known.push(child);
      else children.set(parent, [child]);
    }
    this.#children = children;
  }

  /** The queue above; none for `parent=none`, for a name that is no queue, and for a circle. */
  parent(queue: T): T | undefined {
    return this.#parents.get(queue);
  }

  hasChildren(queue: T): boolean {
    return this.#children.has(queue);
  }

  /** The queue, what is above it, and so on up to the root. */
  withParents(queue: T): T[] {
    const line = [queue];
    for (let next = this.parent(queue); next; next = this.parent(next)) line.push(next);
    return line;
  }

  /**
   * The order in which queues get a chance at a packet: that of the text, but children stand in their parent's place,
   * before it, and the parent has what none of them took.
   */
  matchOrder(): T[] {
    const withChildren = (queue: T): T[] => [
      ...(this.#children.get(queue) ?? []).flatMap(withChildren),
      queue,
    ];
    return this.enabled.filter(queue => !this.parent(queue)).flatMap(withChildren);
  }
}

/** In the order of the text. Of queues with the same name the first one is meant. */
function parentsOf<T extends Nested>(queues: readonly T[]): Map<T, T> {
  const byName = new Map<string | undefined, T>();
  for (const queue of queues) if (!byName.has(queue.name)) byName.set(queue.name, queue);
  const parents = new Map<T, T>();
  for (const queue of queues) {
    const above = byName.get(queue.parent);
    if (above && !leadsRound(byName, queue)) parents.set(queue, above);
  }
  return parents;
}

function leadsRound<T extends Nested>(byName: ReadonlyMap<string | undefined, T>, queue: T): boolean {
  const seen = new Set<T>();
  for (let next: T | undefined = queue; next; next = byName.get(next.parent)) {
    if (seen.has(next)) return true;
    seen.add(next);
  }
  return false;
}

const known = new WeakMap<Router, QueueOrder<SimpleQueue>>();

/** How the simple queues of a router stand below each other. */
export function simpleQueueOrder(router: Router): QueueOrder<SimpleQueue> {
  const order = known.get(router) ?? new QueueOrder(router.simpleQueues);
  known.set(router, order);
  return order;
}
