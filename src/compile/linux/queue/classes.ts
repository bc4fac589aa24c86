import type { SimpleQueue, UpDown } from '../../../model/index.ts';
import type { LinuxContext } from '../context.ts';

export type Direction = keyof UpDown<unknown>;

/** One direction of one simple queue: a class of the HTB tree. */
export interface QueueClass {
  readonly queue: SimpleQueue;
  readonly direction: Direction;
  /** Minor number, hexadecimal in tc's `1:2a`. */
  readonly minor: number;
  /** Minor of the parent queue's class of the same direction; 0: the root. */
  readonly parent: number;
  /** Has no children: packets wait here. */
  readonly leaf: boolean;
}

/** Two classes for every enabled queue, in order. A parent that does not exist is the root. */
export function queueClasses({ router }: LinuxContext): QueueClass[] {
  const queues = router.simpleQueues.filter(({ disabled }) => !disabled);
  const indexOf = (name: string | undefined) =>
    name === undefined || name === 'none' ? -1 : queues.findIndex(queue => queue.name === name);
  const minor = (index: number, offset: number) => (index < 0 ? 0 : 2 * index + 2 + offset);
  return queues.flatMap((queue, i) =>
    (['upload', 'download'] as const).map((direction, offset) => ({
      queue,
      direction,
      minor: minor(i, offset),
      parent: minor(indexOf(queue.parent), offset),
      leaf: !queues.some(other => other.parent === queue.name),
    })),
  );
}
