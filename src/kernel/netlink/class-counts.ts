import { EnvironmentError, errno } from '../../sys/index.ts';
import { attributeMap, attributeOf } from './attribute.ts';
import { readU64 } from './bytes.ts';
import { linkIndex } from './link.ts';
import type { Message } from './message.ts';
import type { NetlinkSocket } from './socket.ts';

// tc(8) prints what waits in rounded units, and classes not as JSON.

/** What a class of tc did since it is there. */
export interface ClassCount {
  readonly bytes: number;
  readonly packets: number;
  readonly dropped: number;
  readonly backlogBytes: number;
  readonly backlogPackets: number;
}

const RTM_GETTCLASS = 42;
/** rtnetlink.h TCA_STATS2; gen_stats.h TCA_STATS_BASIC, TCA_STATS_QUEUE, TCA_STATS_PKT64. */
const tca = { STATS2: 7, BASIC: 1, QUEUE: 3, PKT64: 8 } as const;
/** `struct tcmsg`: family, index of the interface, handle, parent, info. */
const headBytes = 20;

/** By class, as tc names it (`1:2a`); none where there is no such interface. Throws EnvironmentError. */
export function classCounts(socket: NetlinkSocket, device: string): ReadonlyMap<string, ClassCount> {
  const index = indexOf(socket, device);
  if (index === undefined) return new Map();
  const head = Buffer.alloc(headBytes);
  head.writeInt32LE(index, 4);
  return new Map(socket.dump({ type: RTM_GETTCLASS, payload: [head] }, 'list classes', readClass));
}

function indexOf(socket: NetlinkSocket, device: string): number | undefined {
  try {
    return linkIndex(socket, device);
  } catch (error) {
    if (error instanceof EnvironmentError && error.errno === errno.ENODEV) return undefined;
    throw error;
  }
}

const none = Buffer.alloc(0);

function readClass({ payload }: Message): readonly [string, ClassCount] {
  const handle = payload.readUInt32LE(8);
  const stats = attributeMap(attributeOf(payload.subarray(headBytes), tca.STATS2) ?? none);
  // `struct gnet_stats_basic`: bytes (64 bits), packets; `struct gnet_stats_queue`: qlen, backlog, drops, …
  const basic = stats.get(tca.BASIC) ?? none;
  const queue = stats.get(tca.QUEUE) ?? none;
  const number = (bytes: Buffer, at: number): number => (bytes.length >= at + 4 ? bytes.readUInt32LE(at) : 0);
  const packets = stats.get(tca.PKT64);
  return [
    `${(handle >>> 16).toString(16)}:${(handle & 0xffff).toString(16)}`,
    {
      bytes: readU64(basic, 0),
      packets: packets ? readU64(packets, 0) : number(basic, 8),
      dropped: number(queue, 8),
      ...{ backlogBytes: number(queue, 4), backlogPackets: number(queue, 0) },
    },
  ];
}
