import { isDeviceName } from '../../linux/index.ts';
import { type QueueTarget, type SimpleQueue, simpleQueueOrder } from '../../model/index.ts';
import { isIpv4Prefix } from '../../net/index.ts';
import type { LinuxContext } from '../context.ts';
import { both, isRefused, quote, setOf } from '../nft/condition.ts';
import { matchMark } from '../nft/match-mark.ts';
import type { Direction } from './classes.ts';

/**
 * Which packets a queue takes in one direction, seen from its target (docs/routeros.md#queues): what the target sends
 * is upload, what it receives is download. For an interface that is what came in by it, and what leaves by it.
 * A child takes only what its parent takes as well. Alternatives may overlap: the first that matches ends the chain.
 */
export function queueMatches(
  context: LinuxContext,
  queue: SimpleQueue,
  direction: Direction,
): readonly string[] {
  const targets = sides(queue.target, direction);
  const far = queue.dst ? sides([queue.dst], direction === 'upload' ? 'download' : 'upload') : [''];
  const own = both(both(targets, far), packetMarks(context, queue));
  const parent = simpleQueueOrder(context.router).parent(queue);
  return parent ? both(queueMatches(context, parent, direction), own) : own;
}

function sides(targets: readonly QueueTarget[], direction: Direction): string[] {
  if (targets.length === 0) return [''];
  const from = direction === 'upload';
  const names = targets.flatMap(t =>
    t.kind === 'interface' && isDeviceName(t.interface) ? [quote(t.interface)] : [],
  );
  const prefixes = targets.flatMap(t =>
    t.kind === 'address' && isIpv4Prefix(t.prefix) ? [t.prefix.replace(/\/32$/, '')] : [],
  );
  return [
    ...(names.length > 0 ? [`${from ? 'iifname' : 'oifname'} ${setOf(names)}`] : []),
    ...(prefixes.length > 0 ? [`${from ? 'ip saddr' : 'ip daddr'} ${setOf(prefixes)}`] : []),
  ];
}

function packetMarks(context: LinuxContext, { packetMarks: names }: SimpleQueue): readonly string[] {
  if (names.length === 0) return [''];
  return names.flatMap(name => {
    const condition = matchMark(context, 'packet-mark', name, false);
    return isRefused(condition) ? [] : condition;
  });
}
