import type { Address, Family } from '../../net/index.ts';
import type { Neighbour } from '../types.ts';
import { attr, attributeMap } from './attribute.ts';
import { addressBytes, familyNumber, familyNumberOf, readAddressBytes } from './bytes.ts';
import { linkIndex } from './link.ts';
import type { Message } from './message.ts';
import type { LinkNames } from './names.ts';
import type { NetlinkSocket } from './socket.ts';

const rtmNeighbour = { DELETE: 29, GET: 30 } as const;
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
  const request = { type: rtmNeighbour.GET, payload: [header(familyNumber[family])] };
  return socket.dump(request, 'list neighbours', message => read(message, names, family));
}

/** What is waiting for its answer is given up. */
export function deleteNeighbour(socket: NetlinkSocket, name: string, address: Address): void {
  const payload = [
    header(familyNumberOf(address), linkIndex(socket, name)),
    attr(nda.DST, addressBytes(address)),
  ];
  socket.request({ type: rtmNeighbour.DELETE, payload }, `delete neighbour ${address} on ${name}`);
}

function header(family: number, index = 0): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt8(family, 0);
  bytes.writeInt32LE(index, 4);
  return bytes;
}
