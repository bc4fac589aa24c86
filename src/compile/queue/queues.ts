import { type ProgramDevice, type ProgramTc, shortPlaceOf } from '../../linux/index.ts';
import { type SimpleQueue, simpleQueueOrder } from '../../model/index.ts';
import type { LinuxContext } from '../context.ts';
import { machineInterfaces, queueDevice } from '../interfaces.ts';
import type { BaseChain } from '../nft/base-chains.ts';
import { join } from '../nft/condition.ts';
import { commentOf, type HelperChain } from '../nft/rule.ts';
import { classId, type QueueClass, queueClasses } from './classes.ts';
import { queueMatches } from './match.ts';
import { reportQueues, reportTrees } from './report.ts';
import { cutBytes, lineOf, restShapeOf, type Shape, shapeOf } from './shape.ts';

// RouterOS shapes at the end of postrouting, one ordered list for the whole router. Linux shapes per device and
// direction. So every forwarded packet passes one ifb device that carries one HTB tree with all queues: an nft chain
// picks the class (the first match ends it, as the list does) just before src-nat, as queues see addresses from before it
// (docs/routeros.md#queues): behind it no upload of a client would be found. The egress hook of each interface sends
// the packet through the ifb, which hands it back when its turn has come. fw and flower classifiers are not needed,
// and may be absent; u32 and mirred suffice.

export interface Queues {
  readonly devices: readonly ProgramDevice[];
  readonly tc: readonly ProgramTc[];
  readonly chains: readonly (HelperChain & { readonly base: BaseChain })[];
}

const none: Queues = { devices: [], tc: [], chains: [] };

/** `/queue simple`, in both directions. */
export function compileQueues(context: LinuxContext): Queues {
  reportTrees(context);
  const classes = queueClasses(context);
  if (classes.length === 0 || !reportQueues(context, classes)) return none;
  const origin = classes[0]?.queue.origin;
  return {
    devices: origin ? [{ name: queueDevice, kind: 'ifb', origin }] : [],
    tc: [...tree(context, classes), ...classes.slice(0, 1).flatMap(first => redirects(context, first))],
    chains: [chain(context, classes)],
  };
}

/** Root, then classes from the outside inwards (the text puts parents anywhere), then the lines in the leaves. */
function tree(context: LinuxContext, classes: readonly QueueClass[]): ProgramTc[] {
  const head = ['root', 'handle', '1:', 'htb', 'default', '0'];
  const root = classes.slice(0, 1).map(({ queue }) => tc('qdisc', head, queue));
  const byMinor = new Map(classes.map(part => [part.minor, part]));
  const sorted = classes
    .map(part => ({ part, depth: depth(byMinor, part) }))
    .sort((a, b) => a.depth - b.depth)
    .map(({ part }) => part);
  const inner = sorted.map(part => classTc(part, part.minor, part.parent, shapeOf(part)));
  const leftOver = classes
    .filter(({ leaf, minor }) => leaf !== minor)
    .map(part => classTc(part, part.leaf, part.minor, restShapeOf(part)));
  return [...root, ...inner, ...leftOver, ...classes.flatMap(part => leafLines(context, part))];
}

function depth(byMinor: ReadonlyMap<number, QueueClass>, { parent }: QueueClass): number {
  const above = byMinor.get(parent);
  return above ? 1 + depth(byMinor, above) : 0;
}

function classTc({ queue }: QueueClass, minor: number, parent: number, shape: Shape): ProgramTc {
  const { rate, ceil, burst, priority } = shape;
  const above = parent === 0 ? '1:' : classId(parent);
  const rates = ['rate', `${rate}bit`, 'ceil', `${ceil}bit`, 'burst', `${burst}b`, 'cburst', `${burst}b`];
  // An explicit quantum: HTB derives one from the rate and complains about small and large ones.
  const rest = ['prio', `${priority}`, 'quantum', '1514'];
  return tc('class', ['parent', above, 'classid', classId(minor), 'htb', ...rates, ...rest], queue);
}

/**
 * Where packets wait: the queue type's line, inside a tbf that is there to cut. Linux hands on trains of up to 64 kB
 * (GRO, TSO) as one packet; ten of those are seconds of a 512k line. tbf alone among the qdiscs cuts what is longer
 * than its bucket, so it gets a bucket of one packet and a rate that never makes it wait (measured: without it a
 * 10-packet queue held 205 kB, with it 15 kB).
 */
function leafLines({ router }: LinuxContext, { queue, direction, leaf }: QueueClass): ProgramTc[] {
  const { argv } = lineOf(router.queueTypes, queue.queue[direction]);
  const cutter = `${(cutters + leaf).toString(16)}:`;
  const burst = cutBytes(router.interfaces);
  const cut = ['tbf', 'rate', '100gbit', 'burst', `${burst}`, 'limit', `${10 * burst}`];
  const line = ['parent', `${cutter}1`, 'handle', `${(waitingLines + leaf).toString(16)}:`, ...argv];
  return [tc('qdisc', ['parent', classId(leaf), 'handle', cutter, ...cut], queue), tc('qdisc', line, queue)];
}

/** Handles of the qdiscs below class 1:n: n + 0x100 cuts, n + 0x8000 holds. */
const cutters = 0x100;
const waitingLines = 0x8000;

const tc = (
  kind: ProgramTc['kind'],
  argv: readonly string[],
  { origin }: QueueClass['queue'],
): ProgramTc => ({
  kind,
  device: queueDevice,
  argv,
  origin,
});

/** IPv4 leaving any interface of the text takes the way through the ifb; packets of no queue pass it unshaped (HTB default 0). */
function redirects({ router, world }: LinuxContext, { queue }: QueueClass): ProgramTc[] {
  const filter = ['egress', 'protocol', 'ip', 'pref', '1', 'u32', 'match', 'u32', '0', '0'];
  const action = ['action', 'mirred', 'egress', 'redirect', 'dev', queueDevice];
  return machineInterfaces(router, world).flatMap(device => [
    { kind: 'qdisc' as const, device, argv: ['clsact'], origin: queue.origin },
    { kind: 'filter' as const, device, argv: [...filter, ...action], origin: queue.origin },
  ]);
}

/** Download first: a packet that is both (between two targets of one queue) counts as download. */
function chain(context: LinuxContext, classes: readonly QueueClass[]): Queues['chains'][number] {
  const byQueue = new Map<SimpleQueue, readonly QueueClass[]>();
  for (const part of classes) byQueue.set(part.queue, [part, ...(byQueue.get(part.queue) ?? [])]);
  const lines = simpleQueueOrder(context.router)
    .matchOrder()
    .flatMap(queue => byQueue.get(queue) ?? [])
    .flatMap(part => classify(context, part));
  return { name: 'queue_postrouting', base: { type: 'filter', hook: 'postrouting', priority: '98' }, lines };
}

function classify(context: LinuxContext, { queue, direction, leaf }: QueueClass): string[] {
  const tail = join(
    'counter',
    `meta priority set ${classId(leaf)}`,
    'accept',
    commentOf(shortPlaceOf(queue.origin)),
  );
  return queueMatches(context, queue, direction).map(match => join(match, tail));
}
