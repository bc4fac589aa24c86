import type { BitRate, Duration, Prefix } from '../../net/index.ts';
import type { MatcherValues } from '../matcher.ts';
import { type Item, itemDefaults } from './item.ts';

/** A pair as RouterOS writes it: `upload/download`, seen from the target. */
export interface UpDown<T> {
  readonly upload: T;
  readonly download: T;
}

/** One target of a simple queue: a network (host = /32) or an interface. */
export type QueueTarget =
  | { readonly kind: 'address'; readonly prefix: Prefix }
  | { readonly kind: 'interface'; readonly interface: string };

/** `/queue simple`; 0 bit/s means unlimited. The first queue that matches a packet takes it. */
export interface SimpleQueue extends Item {
  readonly name: string;
  readonly target: readonly QueueTarget[];
  readonly dst?: QueueTarget | undefined;
  readonly parent?: string | undefined;
  readonly packetMarks: readonly string[];
  /** When it is there; undefined: always. */
  readonly time?: MatcherValues['time'] | undefined;
  readonly maxLimit: UpDown<BitRate>;
  readonly limitAt: UpDown<BitRate>;
  readonly burstLimit: UpDown<BitRate>;
  readonly burstThreshold: UpDown<BitRate>;
  readonly burstTime: UpDown<Duration>;
  /** 1 (highest) … 8. */
  readonly priority: UpDown<number>;
  readonly queue: UpDown<string>;
  /** Seconds of `maxLimit` a bucket holds. */
  readonly bucketSize: UpDown<number>;
  readonly properties: Readonly<Record<string, string>>;
}

/** `/queue tree`: one direction only. `parent` is global, an interface or another queue. */
export interface QueueTree extends Item {
  readonly name: string;
  readonly parent: string;
  readonly packetMarks: readonly string[];
  readonly maxLimit: BitRate;
  readonly limitAt: BitRate;
  readonly priority: number;
  readonly queue: string;
  readonly properties: Readonly<Record<string, string>>;
}

/** `/queue type`. */
export interface QueueType extends Item {
  readonly name: string;
  readonly kind: string;
  readonly properties: Readonly<Record<string, string>>;
}

const both = <T>(value: T): UpDown<T> => ({ upload: value, download: value });

export function makeSimpleQueue(
  parts: Partial<SimpleQueue> & Pick<SimpleQueue, 'name' | 'target'>,
): SimpleQueue {
  return {
    packetMarks: [],
    maxLimit: both(0),
    limitAt: both(0),
    burstLimit: both(0),
    burstThreshold: both(0),
    burstTime: both(0),
    priority: both(8),
    queue: both('default-small'),
    bucketSize: both(0.1),
    properties: {},
    ...itemDefaults,
    ...parts,
  };
}

export function makeQueueTree(parts: Partial<QueueTree> & Pick<QueueTree, 'name' | 'parent'>): QueueTree {
  return {
    packetMarks: [],
    maxLimit: 0,
    limitAt: 0,
    priority: 8,
    queue: 'default-small',
    properties: {},
    ...itemDefaults,
    ...parts,
  };
}

export function makeQueueType(parts: Partial<QueueType> & Pick<QueueType, 'name' | 'kind'>): QueueType {
  return { properties: {}, ...itemDefaults, ...parts };
}
