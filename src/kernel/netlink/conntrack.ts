import { EnvironmentError, errno } from '../../sys/index.ts';
import type { Connection, ConnectionFilter } from '../types.ts';
import { attr, attributeMap, nested } from './attribute.ts';
import { be16, be32, ipv4, readIpv4, u8 } from './bytes.ts';
import { type Message, nlm } from './message.ts';
import type { NetlinkSocket, Request } from './socket.ts';

/** NFNL_SUBSYS_CTNETLINK. */
const subsystem = 1;
const type = (message: number): number => (subsystem << 8) | message;
const ct = { NEW: 0, GET: 1, DELETE: 2 } as const;
/** nfnetlink_conntrack.h CTA_*. */
const cta = { ORIG: 1, REPLY: 2, TIMEOUT: 7, MARK: 8, MARK_MASK: 21 } as const;
const tuple = {
  IP: 1,
  PROTO: 2,
  SOURCE: 1,
  DESTINATION: 2,
  NUMBER: 1,
  SOURCE_PORT: 2,
  DESTINATION_PORT: 3,
} as const;
const header = Buffer.from([2, 0, 0, 0]);

type Ends = Connection['reply'];

function readTuple(bytes: Buffer): Ends & { readonly protocol: number } {
  const parts = attributeMap(bytes);
  const ip = attributeMap(parts.get(tuple.IP) ?? Buffer.alloc(0));
  const proto = attributeMap(parts.get(tuple.PROTO) ?? Buffer.alloc(0));
  const zero = Buffer.alloc(4);
  return {
    source: readIpv4(ip.get(tuple.SOURCE) ?? zero),
    destination: readIpv4(ip.get(tuple.DESTINATION) ?? zero),
    protocol: proto.get(tuple.NUMBER)?.readUInt8(0) ?? 0,
    sourcePort: proto.get(tuple.SOURCE_PORT)?.readUInt16BE(0) ?? 0,
    destinationPort: proto.get(tuple.DESTINATION_PORT)?.readUInt16BE(0) ?? 0,
  };
}

function readConnection({ payload }: Message): Connection | undefined {
  const found = attributeMap(payload.subarray(4));
  const [orig, back] = [found.get(cta.ORIG), found.get(cta.REPLY)];
  if (!orig || !back) return undefined;
  const { protocol: _, ...reply } = readTuple(back);
  return { ...readTuple(orig), reply, mark: found.get(cta.MARK)?.readUInt32BE(0) ?? 0 };
}

const markFilter = ({ mark, mask }: ConnectionFilter): readonly Buffer[] => [
  attr(cta.MARK, be32(mark)),
  attr(cta.MARK_MASK, be32(mask)),
];

/** Tracked IPv4 connections; with a filter the kernel selects by mark. */
export function dumpConnections(socket: NetlinkSocket, filter?: ConnectionFilter): readonly Connection[] {
  const payload = [header, ...(filter ? markFilter(filter) : [])];
  const rows = socket.dump({ type: type(ct.GET), payload }, 'list connections', readConnection);
  const protocol = filter?.protocol;
  return protocol === undefined ? rows : rows.filter(row => row.protocol === protocol);
}

/**
 * Deletes the IPv4 connections that match. By mark alone it is one message and the kernel selects; with a protocol
 * too they are listed and deleted one by one, since kernels before 6.8 cannot flush by both.
 */
export function deleteConnections(socket: NetlinkSocket, filter: ConnectionFilter): void {
  if (filter.protocol === undefined) {
    socket.request({ type: type(ct.DELETE), payload: [header, ...markFilter(filter)] }, 'delete connections');
    return;
  }
  for (const original of originals(socket, filter)) deleteOne(socket, original);
}

/** The original directions as the kernel encodes them, to be handed back as they are, whatever the protocol. */
function originals(socket: NetlinkSocket, filter: ConnectionFilter): readonly Buffer[] {
  const request = { type: type(ct.GET), payload: [header, ...markFilter(filter)] };
  return socket.dump(request, 'list connections', ({ payload }) => {
    const original = attributeMap(payload.subarray(4)).get(cta.ORIG);
    return original && readTuple(original).protocol === filter.protocol ? Buffer.from(original) : undefined;
  });
}

function deleteOne(socket: NetlinkSocket, original: Buffer): void {
  try {
    const payload = [header, nested(cta.ORIG, original)];
    socket.request({ type: type(ct.DELETE), payload }, 'delete a connection');
  } catch (error) {
    // It may have ended by itself since it was listed.
    if (!(error instanceof EnvironmentError) || error.errno !== errno.ENOENT) throw error;
  }
}

function encodeTuple(kind: number, ends: Ends, protocol: number): Buffer {
  return nested(
    kind,
    nested(tuple.IP, attr(tuple.SOURCE, ipv4(ends.source)), attr(tuple.DESTINATION, ipv4(ends.destination))),
    nested(
      tuple.PROTO,
      attr(tuple.NUMBER, u8(protocol)),
      attr(tuple.SOURCE_PORT, be16(ends.sourcePort)),
      attr(tuple.DESTINATION_PORT, be16(ends.destinationPort)),
    ),
  );
}

/** Enters a UDP connection as if it had been seen; `timeout` in s. For benches and tests. */
export function createConnection(socket: NetlinkSocket, row: Connection, timeout: number): void {
  const request: Request = {
    type: type(ct.NEW),
    flags: nlm.CREATE | nlm.EXCL,
    payload: [
      header,
      encodeTuple(cta.ORIG, row, row.protocol),
      encodeTuple(cta.REPLY, row.reply, row.protocol),
      attr(cta.TIMEOUT, be32(timeout)),
      attr(cta.MARK, be32(row.mark)),
    ],
  };
  socket.request(request, 'create a connection');
}
