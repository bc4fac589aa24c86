import { QueueOrder } from '../../../model/index.ts';
import type { Subject } from '../../subject.ts';

/** What queues say of the speed of a line, in bit/s: the tree that leaves by it, or a simple queue for the port; undefined: nothing. */
export function rateOf({ router }: Subject, line: string): number | undefined {
  const order = new QueueOrder(router.queueTrees);
  const rates = [
    ...order.enabled.filter(({ parent }) => parent === line).map(({ maxLimit }) => maxLimit),
    ...router.simpleQueues
      .filter(({ disabled, target }) => !disabled && target.join() === line)
      .map(({ maxLimit }) => Math.max(maxLimit.upload, maxLimit.download)),
  ].filter(rate => rate > 0);
  return rates.length === 1 ? rates[0] : undefined;
}
