import type { Interface, QueueType } from '../../model/index.ts';
import type { BitRate } from '../../net/index.ts';
import type { QueueClass } from './classes.ts';

/** What HTB calls unlimited here: more than any link of a gateway, small enough for tc's arithmetic. */
const unlimited: BitRate = 100_000_000_000;

/** The least rate that HTB accepts, for a child that is guaranteed nothing (limit-at 0). */
const trickle: BitRate = 8_000;

/** Parameters of one HTB class: rates in bit/s, bursts in bytes. */
export interface Shape {
  readonly rate: BitRate;
  readonly ceil: BitRate;
  readonly burst: number;
  readonly priority: number;
}

/**
 * limit-at is what a class is sure of, max-limit what it may borrow up to. A queue at the root has nobody to borrow
 * from, so its rate is its limit. The bucket holds bucket-size seconds of max-limit, but at least one full packet.
 */
export function shapeOf({ queue, direction, parent }: QueueClass): Shape {
  const limit = queue.maxLimit[direction] || unlimited;
  const sure = queue.limitAt[direction] || trickle;
  const rate = parent === 0 ? limit : Math.min(sure, limit);
  const burst = Math.max(
    1600,
    Math.round(((queue.maxLimit[direction] || 0) / 8) * queue.bucketSize[direction]),
  );
  // RouterOS counts 1 (first) … 8, HTB 0 … 7.
  return { rate, ceil: limit, burst, priority: Math.min(8, Math.max(1, queue.priority[direction])) - 1 };
}

/** What no child of a queue took: sure of nothing, last in line, up to the queue's own limit. */
export function restShapeOf(part: QueueClass): Shape {
  return { ...shapeOf(part), rate: trickle, priority: 7 };
}

/**
 * The longest packet in bytes, with room for its headers, in whole ticks of tc's clock (64 ns are 800 bytes at
 * 100 Gbit/s). What is longer gets cut, and where it cannot be cut dropped, so the largest stated MTU decides.
 */
export function cutBytes(interfaces: readonly Interface[]): number {
  const mtu = interfaces.reduce((most, item) => Math.max(most, item.mtu ?? 0), 1500);
  return Math.ceil((mtu + 100) / 800) * 800;
}

/** Built-in queue types (docs/routeros.md#queues) and their lengths in packets. */
const lengths: Readonly<Record<string, number>> = {
  'default-small': 10,
  default: 50,
  'ethernet-default': 50,
  'wireless-default': 50,
  'synchronous-default': 50,
  'hotspot-default': 50,
  'only-hardware-queue': 50,
};

/** The waiting line of a leaf: `pfifo limit 10`. `exact`: is that what the text asked for? */
export interface Line {
  readonly argv: readonly string[];
  readonly exact: boolean;
}

/** The queue type's line; kinds that order packets by more than their arrival become a plain one. */
export function lineOf(types: readonly QueueType[], name: string): Line {
  const type = types.find(candidate => candidate.name === name && !candidate.disabled);
  if (type?.kind === 'bfifo') {
    const limit = bytes(type.properties['bfifo-limit'] ?? '15000');
    return { argv: ['bfifo', 'limit', `${limit ?? 15_000}`], exact: limit !== undefined };
  }
  const usual = Object.hasOwn(lengths, name) ? lengths[name] : undefined;
  const written = type?.properties['pfifo-limit'] ?? `${usual ?? 50}`;
  const isLength = /^[1-9]\d{0,8}$/.test(written);
  const isKnown = type ? type.kind === 'pfifo' : usual !== undefined;
  return { argv: ['pfifo', 'limit', isLength ? written : '50'], exact: isKnown && isLength };
}

const units: Readonly<Record<string, number>> = { '': 1, k: 1e3, m: 1e6, kib: 1024, mib: 1_048_576 };

/** `20KiB` → 20480; a bare number is bytes; undefined: what it says is not known. */
function bytes(text: string): number | undefined {
  const [, digits, unit = ''] = /^(\d+) *(k|m|kib|mib)?b?$/i.exec(text) ?? [];
  const size = digits === undefined ? 0 : Number(digits) * (units[unit.toLowerCase()] ?? 1);
  return size > 0 && size < 2 ** 32 ? size : undefined;
}
