/** What a queue needs to stand below another one. */
interface Nested {
  readonly name: string;
  readonly parent?: string | undefined;
  readonly disabled: boolean;
}

export const enabledQueues = <T extends Nested>(queues: readonly T[]): T[] =>
  queues.filter(({ disabled }) => !disabled);

/** The queue above; none for `parent=none`, for a name that is no queue, and for a circle. */
export function parentOf<T extends Nested>(queues: readonly T[], queue: T): T | undefined {
  const above = queues.find(({ name }) => name === queue.parent);
  const seen = new Set([queue]);
  for (let next = above; next; next = queues.find(({ name }) => name === next?.parent)) {
    if (seen.has(next)) return undefined;
    seen.add(next);
  }
  return above;
}

export function childrenOf<T extends Nested>(queues: readonly T[], queue: T): T[] {
  return queues.filter(child => parentOf(queues, child) === queue);
}

/** The queue, what is above it, and so on up to the root. */
export function withParents<T extends Nested>(queues: readonly T[], queue: T): T[] {
  const above = parentOf(queues, queue);
  return above ? [queue, ...withParents(queues, above)] : [queue];
}

/**
 * The order in which queues get a chance at a packet: that of the text, but children stand in their parent's place,
 * before it, and the parent has what none of them took.
 */
export function matchOrder<T extends Nested>(queues: readonly T[]): T[] {
  const withChildren = (queue: T): T[] => [...childrenOf(queues, queue).flatMap(withChildren), queue];
  return queues.filter(queue => !parentOf(queues, queue)).flatMap(withChildren);
}
