import type { SimpleQueue, UpDown } from '../../model/index.ts';
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
  /** Minor of the class in which packets wait: its own, or that of what no child took. */
  readonly leaf: number;
}

/** Minors of the classes for what is left over in a queue with children begin here. */
const rest = 0x4000;

/** Two classes for every enabled queue, in order. A parent that does not exist is the root. */
export function queueClasses({ router }: LinuxContext): QueueClass[] {
  const queues = enabledQueues(router.simpleQueues);
  return queues.flatMap((queue, i) =>
    (['upload', 'download'] as const).map((direction, offset) => {
      const minor = minorOf(i, offset);
      const above = parentOf(queues, queue);
      const parent = above ? minorOf(queues.indexOf(above), offset) : 0;
      const leaf = childrenOf(queues, queue).length > 0 ? rest + minor : minor;
      return { queue, direction, minor, parent, leaf };
    }),
  );
}

/** 1:2, 1:3 for the first queue, 1:4, 1:5 for the second … */
const minorOf = (index: number, offset: number): number => 2 * index + 2 + offset;

export const enabledQueues = (queues: readonly SimpleQueue[]): SimpleQueue[] =>
  queues.filter(({ disabled }) => !disabled);

/** The queue above; none for `parent=none`, for a name that is no queue, and for a circle. */
export function parentOf(queues: readonly SimpleQueue[], queue: SimpleQueue): SimpleQueue | undefined {
  const above = queues.find(({ name }) => name === queue.parent);
  const seen = new Set([queue]);
  for (let next = above; next; next = queues.find(({ name }) => name === next?.parent)) {
    if (seen.has(next)) return undefined;
    seen.add(next);
  }
  return above;
}

function childrenOf(queues: readonly SimpleQueue[], queue: SimpleQueue): SimpleQueue[] {
  return queues.filter(child => parentOf(queues, child) === queue);
}

/**
 * The order in which queues get a chance at a packet: that of the text, but children stand in their parent's place,
 * before it, and the parent has what none of them took.
 */
export function matchOrder(queues: readonly SimpleQueue[]): SimpleQueue[] {
  const withChildren = (queue: SimpleQueue): SimpleQueue[] => [
    ...childrenOf(queues, queue).flatMap(withChildren),
    queue,
  ];
  return queues.filter(queue => !parentOf(queues, queue)).flatMap(withChildren);
}
