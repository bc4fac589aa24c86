import { type SimpleQueue, simpleQueueOrder } from '../../model/index.ts';
import { isIpv4Prefix } from '../../net/index.ts';
import type { LinuxContext } from '../context.ts';
import type { QueueClass } from './classes.ts';
import { lineOf } from './shape.ts';

/** Says what of the queues Linux does otherwise. Returns whether there can be queues at all. */
export function reportQueues(context: LinuxContext, classes: readonly QueueClass[]): boolean {
  const queues = [...new Set(classes.map(({ queue }) => queue))];
  if (context.options.features?.queues === false) {
    for (const queue of queues) reportMissing(context, queue);
    return false;
  }
  for (const queue of queues) reportDifferences(context, queue);
  return true;
}

/** `/queue tree` shapes by packet mark and interface; nothing of it is applied yet. */
export function reportTrees({ router, report }: LinuxContext): void {
  for (const { name, disabled, origin } of router.queueTrees) {
    if (disabled) continue;
    report(origin, {
      id: 'compile/queue-tree',
      severity: 'warning',
      what: `Queue tree ${name} is not applied: only simple queues are.`,
      why: 'The traffic that it limits is not limited.',
      do: 'Write it as a simple queue.',
    });
  }
}

function reportMissing({ report }: LinuxContext, { name, origin }: SimpleQueue): void {
  report(origin, {
    id: 'compile/queue-left-out',
    severity: 'warning',
    what: `Queue ${name} is left out: this kernel lacks ifb, clsact, htb or tbf.`,
    why: 'The traffic that it limits is not limited.',
    do: 'Load the modules ifb, sch_ingress, cls_u32, act_mirred, sch_htb and sch_tbf.',
  });
}

function reportDifferences(context: LinuxContext, queue: SimpleQueue): void {
  const differences = [
    ...totals(queue).map(name => `${name} is not applied`),
    ...ofIpv6(queue).map(network => `${network} is not limited, as only IPv4 is shaped`),
    ...(queue.burstLimit.upload || queue.burstLimit.download ? ['burst-limit is not applied'] : []),
    ...(queue.time ? ['it limits at any time, not only during its time='] : []),
    ...(exactLines(context, queue) ? [] : ['its queue type becomes a plain packet queue (pfifo)']),
    ...(queue.parent !== undefined &&
    queue.parent !== 'none' &&
    !simpleQueueOrder(context.router).parent(queue)
      ? [`its parent ${queue.parent} is no queue that it could have`]
      : []),
  ];
  for (const what of differences) {
    context.report(queue.origin, {
      id: 'compile/queue',
      severity: 'warning',
      what: `Queue ${queue.name}: ${what}.`,
    });
  }
}

/** Limits of both directions together. */
const totals = ({ properties }: SimpleQueue): string[] =>
  ['total-max-limit', 'total-limit-at', 'total-burst-limit'].filter(
    name => !/^(?:0|unlimited|)$/.test(properties[name] ?? ''),
  );

const ofIpv6 = ({ target, dst }: SimpleQueue): string[] =>
  [...target, ...(dst ? [dst] : [])].flatMap(one =>
    one.kind === 'address' && !isIpv4Prefix(one.prefix) ? [one.prefix] : [],
  );

const exactLines = ({ router }: LinuxContext, { queue }: SimpleQueue): boolean =>
  [queue.upload, queue.download].every(name => lineOf(router.queueTypes, name).exact);
