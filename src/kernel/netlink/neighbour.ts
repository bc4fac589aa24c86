import type { Family } from '../../net/index.ts';
import type { Neighbour } from '../types.ts';
import { attributeMap } from './attribute.ts';
import { familyNumber, readAddressBytes } from './bytes.ts';
import type { Message } from './message.ts';
import type { LinkNames } from './names.ts';
import type { NetlinkSocket } from './socket.ts';

const RTM_GETNEIGH = 30;
const nda = { DST: 1, LLADDR: 2 } as const;

/** NUD_* bits of linux/neighbour.h in the words of `ip neigh`. */
const states: readonly (readonly [number, string])[] = [
  [0x01, 'incomplete'],
  [0x02, 'reachable'],
  [0x04, 'stale'],
  [0x08, 'delay'],
  [0x10, 'probe'],
  [0x20, 'failed'],
  [0x40, 'noarp'],
  [0x80, 'permanent'],
];

// `struct ndmsg`: family (1), padding (3), interface index (4), state (2), flags (1), type (1).
function read({ payload }: Message, names: LinkNames, family: Family): Neighbour | undefined {
  const found = attributeMap(payload.subarray(12));
  const address = found.get(nda.DST);
  if (payload[0] !== familyNumber[family] || !address) return undefined;
  const bits = payload.readUInt16LE(8);
  const mac = [...(found.get(nda.LLADDR) ?? [])].map(byte => byte.toString(16).padStart(2, '0')).join(':');
  return {
    interface: names(payload.readInt32LE(4)),
    address: readAddressBytes(address),
    mac,
    state: states.find(([bit]) => bits & bit)?.[1] ?? 'none',
  };
}

/** The ARP cache, or that of neighbour discovery. */
export function dumpNeighbours(
  socket: NetlinkSocket,
  names: LinkNames,
  family: Family,
): readonly Neighbour[] {
  const header = Buffer.alloc(12);
  header.writeUInt8(familyNumber[family], 0);
  return socket.dump({ type: RTM_GETNEIGH, payload: [header] }, 'list neighbours', message =>
    read(message, names, family),
  );
}
