import { type Router, type SimpleQueue, simpleQueueOrder, type UpDown } from '../../model/index.ts';

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

/** As tc names a class: `1:2a`. */
export const classId = (minor: number): string => `1:${minor.toString(16)}`;

/** Minors of the classes for what is left over in a queue with children begin here. */
const rest = 0x4000;

/** Two classes for every enabled queue, in order. A parent that does not exist is the root. */
export function queueClasses({ router }: { readonly router: Router }): QueueClass[] {
  const order = simpleQueueOrder(router);
  const index = new Map(order.enabled.map((queue, i) => [queue, i]));
  return order.enabled.flatMap((queue, i) =>
    (['upload', 'download'] as const).map((direction, offset) => {
      const minor = minorOf(i, offset);
      const above = order.parent(queue);
      const parent = above ? minorOf(index.get(above) ?? 0, offset) : 0;
      const leaf = order.hasChildren(queue) ? rest + minor : minor;
      return { queue, direction, minor, parent, leaf };
    }),
  );
}

/** 1:2, 1:3 for the first queue, 1:4, 1:5 for the second … */
const minorOf = (index: number, offset: number): number => 2 * index + 2 + offset;
