import { classId, type QueueClass, queueClasses } from '../../compile/index.ts';
import type { ClassCount } from '../../kernel/index.ts';
import type { QueueTarget, QueueTree, SimpleQueue } from '../../model/index.ts';
import type { GatewayState } from '../core/index.ts';
import { routerOf } from './line.ts';
import type { QueueCount, QueueReply, QueuesReply, QueueWayReply } from './network-reply.ts';
import { sourceOf } from './source.ts';

/** Counts of classes, by their names in tc, and when they were read (CLOCK_MONOTONIC). */
export interface QueueLook {
  readonly atMs: number;
  readonly counts: ReadonlyMap<string, ClassCount>;
}

/** What the kernel says of queues now, and said a while ago. */
export interface QueuesBasis {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly now: QueueLook;
  readonly before?: QueueLook | undefined;
}

/** All queues of the configuration, in its order. */
export function queuesReply(
  state: Pick<GatewayState, 'reached' | 'config'>,
  basis: QueuesBasis,
): QueuesReply {
  const router = routerOf(state);
  const classes = queueClasses({ router });
  const count = counting(classes, basis);
  const simple = router.simpleQueues.map(queue => simpleReply(queue, classes, count));
  return { at: basis.at, queues: [...simple, ...router.queueTrees.map(treeReply)] };
}

type Counting = (part: QueueClass) => QueueCount | undefined;

/** What passed a queue passed those below it; what waits and what is dropped does so below alone, and in what none of them took. */
function counting(classes: readonly QueueClass[], { now, before }: QueuesBasis): Counting {
  const seconds = before ? (now.atMs - before.atMs) / 1000 : 0;
  const below = (part: QueueClass): readonly string[] => {
    const own = part.leaf === part.minor ? [part.minor] : [part.leaf];
    const children = classes.filter(({ parent }) => parent === part.minor).flatMap(below);
    return [...own.map(classId), ...children];
  };
  return part => {
    const name = classId(part.minor);
    const is = now.counts.get(name);
    if (!is) return undefined;
    const was = before?.counts.get(name);
    const leaves = below(part).flatMap(leaf => now.counts.get(leaf) ?? []);
    const sum = (of: (count: ClassCount) => number): number =>
      leaves.reduce((all, count) => all + of(count), 0);
    return {
      ...{ bytes: is.bytes, packets: is.packets, dropped: sum(({ dropped }) => dropped) },
      backlogBytes: sum(({ backlogBytes }) => backlogBytes),
      backlogPackets: sum(({ backlogPackets }) => backlogPackets),
      rateBps:
        was && seconds > 0 && is.bytes >= was.bytes
          ? Math.round((8 * (is.bytes - was.bytes)) / seconds)
          : undefined,
    };
  };
}

function simpleReply(queue: SimpleQueue, classes: readonly QueueClass[], count: Counting): QueueReply {
  const { name, comment, disabled, origin, target, parent, packetMarks, maxLimit, limitAt, priority } = queue;
  const way = (direction: 'upload' | 'download'): QueueWayReply => {
    const part = classes.find(one => one.queue === queue && one.direction === direction);
    return {
      ...{ maxLimitBps: maxLimit[direction], limitAtBps: limitAt[direction], priority: priority[direction] },
      count: part && count(part),
    };
  };
  const [upload, download] = [way('upload'), way('download')];
  return {
    ...{ name, comment, disabled, source: sourceOf(origin), kind: 'simple', targets: target.map(targetText) },
    ...{ parent: parent === 'none' ? undefined : parent, packetMarks, upload, download },
    applied: download.count !== undefined && upload.count !== undefined,
  };
}

const targetText = (target: QueueTarget): string =>
  target.kind === 'interface' ? target.interface : target.prefix.replace(/\/32$/, '');

/** Nothing of `/queue tree` is applied (see `compile/queue`). */
const treeReply = (queue: QueueTree): QueueReply => {
  const { name, comment, disabled, origin, parent, packetMarks, maxLimit, limitAt, priority } = queue;
  return {
    ...{ name, comment, disabled, source: sourceOf(origin), kind: 'tree', targets: [], parent, packetMarks },
    download: { maxLimitBps: maxLimit, limitAtBps: limitAt, priority },
    applied: false,
  };
};
