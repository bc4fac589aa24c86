import { type SimpleQueue, simpleQueueOrder } from '../../model/index.ts';
import { isIpv4Prefix } from '../../net/index.ts';
import { inEvery, type Said } from '../../text/index.ts';
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
      what: {
        en: `Queue tree ${name} is not applied: only simple queues are.`,
        id: `Queue tree ${name} tidak diterapkan: hanya simple queue.`,
      },
      why: {
        en: 'The traffic that it limits is not limited.',
        id: 'Lalu lintas yang dibatasinya tidak dibatasi.',
      },
      do: { en: 'Write it as a simple queue.', id: 'Tulis sebagai simple queue.' },
    });
  }
}

function reportMissing({ report }: LinuxContext, { name, origin }: SimpleQueue): void {
  report(origin, {
    id: 'compile/queue-left-out',
    severity: 'warning',
    what: {
      en: `Queue ${name} is left out: this kernel lacks ifb, clsact, htb or tbf.`,
      id: `Queue ${name} dilewati: kernel ini tidak punya ifb, clsact, htb, atau tbf.`,
    },
    why: {
      en: 'The traffic that it limits is not limited.',
      id: 'Lalu lintas yang dibatasinya tidak dibatasi.',
    },
    do: {
      en: 'Load the modules ifb, sch_ingress, cls_u32, act_mirred, sch_htb and sch_tbf.',
      id: 'Muat modul ifb, sch_ingress, cls_u32, act_mirred, sch_htb, dan sch_tbf.',
    },
  });
}

function reportDifferences(context: LinuxContext, queue: SimpleQueue): void {
  const differences: readonly Said[] = [
    ...totals(queue).map(name => ({ en: `${name} is not applied`, id: `${name} tidak diterapkan` })),
    ...ofIpv6(queue).map(network => ({
      en: `${network} is not limited, as only IPv4 is shaped`,
      id: `${network} tidak dibatasi, karena hanya IPv4 yang dibatasi`,
    })),
    ...(queue.burstLimit.upload || queue.burstLimit.download
      ? [{ en: 'burst-limit is not applied', id: 'burst-limit tidak diterapkan' }]
      : []),
    ...(queue.time
      ? [
          {
            en: 'it limits at any time, not only during its time=',
            id: 'ia membatasi setiap saat, tidak hanya selama time=-nya',
          },
        ]
      : []),
    ...(exactLines(context, queue)
      ? []
      : [
          {
            en: 'its queue type becomes a plain packet queue (pfifo)',
            id: 'queue type-nya menjadi antrean paket biasa (pfifo)',
          },
        ]),
    ...(queue.parent !== undefined &&
    queue.parent !== 'none' &&
    !simpleQueueOrder(context.router).parent(queue)
      ? [
          {
            en: `its parent ${queue.parent} is no queue that it could have`,
            id: `parent ${queue.parent} bukan queue yang bisa dimilikinya`,
          },
        ]
      : []),
  ];
  for (const what of differences) {
    context.report(queue.origin, {
      id: 'compile/queue',
      severity: 'warning',
      what: inEvery(language => `Queue ${queue.name}: ${what[language]}.`),
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
