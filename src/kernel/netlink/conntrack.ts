import { isIpv4 } from '../../net/index.ts';
import { EnvironmentError, errno } from '../../sys/index.ts';
import type { Connection, ConnectionFilter } from '../types.ts';
import { attr, attributeMap, nested } from './attribute.ts';
import {
  addressBytes,
  be16,
  be32,
  familyNumber,
  familyNumberOf,
  readAddressBytes,
  u8,
  u32,
} from './bytes.ts';
import { type Message, nlm } from './message.ts';
import type { NetlinkSocket, Request } from './socket.ts';

/** NFNL_SUBSYS_CTNETLINK. */
const subsystem = 1;
const type = (message: number): number => (subsystem << 8) | message;
const ct = { NEW: 0, GET: 1, DELETE: 2 } as const;
/** nfnetlink_conntrack.h CTA_*. */
const cta = { ORIG: 1, REPLY: 2, STATUS: 3, PROTOINFO: 4, TIMEOUT: 7, MARK: 8, MARK_MASK: 21 } as const;
const tuple = {
  IP: 1,
  PROTO: 2,
  IPV4_SOURCE: 1,
  IPV4_DESTINATION: 2,
  IPV6_SOURCE: 3,
  IPV6_DESTINATION: 4,
  NUMBER: 1,
  SOURCE_PORT: 2,
  DESTINATION_PORT: 3,
} as const;
/** `struct nfgenmsg`: family, version, resource. A flush heeds the family from version 1 on only. */
const header = (family: number): Buffer => Buffer.from([family, 1, 0, 0]);
const familyIn = ({ family = 'ipv4' }: Partial<ConnectionFilter> = {}): number => familyNumber[family];

type Ends = Connection['reply'];

function readTuple(bytes: Buffer): Ends & { readonly protocol: number } {
  const parts = attributeMap(bytes);
  const ip = attributeMap(parts.get(tuple.IP) ?? Buffer.alloc(0));
  const proto = attributeMap(parts.get(tuple.PROTO) ?? Buffer.alloc(0));
  const zero = Buffer.alloc(4);
  return {
    source: readAddressBytes(ip.get(tuple.IPV4_SOURCE) ?? ip.get(tuple.IPV6_SOURCE) ?? zero),
    destination: readAddressBytes(ip.get(tuple.IPV4_DESTINATION) ?? ip.get(tuple.IPV6_DESTINATION) ?? zero),
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

/** Tracked connections of a family; with a filter the kernel selects by mark. */
export function dumpConnections(socket: NetlinkSocket, filter?: ConnectionFilter): readonly Connection[] {
  const payload = [header(familyIn(filter)), ...(filter ? markFilter(filter) : [])];
  const rows = socket.dump({ type: type(ct.GET), payload }, 'list connections', readConnection);
  const protocol = filter?.protocol;
  return protocol === undefined ? rows : rows.filter(row => row.protocol === protocol);
}

/**
 * Deletes the connections that match. By mark alone it is one message and the kernel selects; with a protocol
 * too they are listed and deleted one by one, since kernels before 6.8 cannot flush by both.
 */
export function deleteConnections(socket: NetlinkSocket, filter: ConnectionFilter): void {
  if (filter.protocol === undefined) {
    const payload = [header(familyIn(filter)), ...markFilter(filter)];
    socket.request({ type: type(ct.DELETE), payload }, 'delete connections');
    return;
  }
  for (const original of originals(socket, filter)) deleteOne(socket, familyIn(filter), original);
}

/** The original directions as the kernel encodes them, to be handed back as they are, whatever the protocol. */
function originals(socket: NetlinkSocket, filter: ConnectionFilter): readonly Buffer[] {
  const request = { type: type(ct.GET), payload: [header(familyIn(filter)), ...markFilter(filter)] };
  return socket.dump(request, 'list connections', ({ payload }) => {
    const original = attributeMap(payload.subarray(4)).get(cta.ORIG);
    return original && readTuple(original).protocol === filter.protocol ? Buffer.from(original) : undefined;
  });
}

function deleteOne(socket: NetlinkSocket, family: number, original: Buffer): void {
  try {
    const payload = [header(family), nested(cta.ORIG, original)];
    socket.request({ type: type(ct.DELETE), payload }, 'delete a connection');
  } catch (error) {
    // It may have ended by itself since it was listed.
    if (!(error instanceof EnvironmentError) || error.errno !== errno.ENOENT) throw error;
  }
}

/** Clears bits of the marks of the connections that match; those that ended by themselves meanwhile are no matter. */
export function clearMarks(socket: NetlinkSocket, filter: ConnectionFilter, bits: number): void {
  const cleared = [attr(cta.MARK, be32(0)), attr(cta.MARK_MASK, be32(bits))];
  const flows = [...flowSlices(socket, filter)].flat();
  const requests = flows.map(({ original }) => ({
    type: type(ct.NEW),
    payload: [header(familyIn(filter)), nested(cta.ORIG, original), ...cleared],
  }));
  socket.sendAll(requests, 'clear marks of connections');
}

/** A connection with what it takes to move it. */
export interface Flow {
  readonly protocol: number;
  /** The other end has answered. */
  readonly isAnswered: boolean;
  /** Its source is translated. */
  readonly isTranslated: boolean;
  /** enum tcp_conntrack: 3 established; undefined for other protocols. */
  readonly tcpState?: number | undefined;
  /** The original direction as the kernel encodes it; `endsOf` reads it. */
  readonly original: Buffer;
}

/** Who began the connection, and with whom. */
export const endsOf = ({ original }: Pick<Flow, 'original'>): Ends => readTuple(original);

/** IPS_SEEN_REPLY and IPS_SRC_NAT of nf_conntrack_common.h; CTA_PROTOINFO_TCP and CTA_PROTOINFO_TCP_STATE. */
const status = { SEEN_REPLY: 1 << 1, SOURCE_NAT: 1 << 4 } as const;
const protoinfo = { TCP: 1, STATE: 1 } as const;

/** CTA_FILTER, its CTA_FILTER_ORIG_FLAGS, and CTA_FILTER_F_CTA_PROTO_NUM of nfnetlink_conntrack.h. */
const kernelFilter = { FILTER: 25, ORIGINAL: 1, PROTOCOL: 1 << 3 } as const;

/** Connections of IPv4 by their mark, some hundreds at a time; by protocol from Linux 5.8 on, before others come too. */
export function flowSlices(socket: NetlinkSocket, filter: ConnectionFilter): Generator<readonly Flow[]> {
  const payload = [header(familyIn(filter)), ...markFilter(filter), ...protocolFilter(filter)];
  return socket.dumpSlices({ type: type(ct.GET), payload }, 'list connections', readFlow);
}

function protocolFilter({ protocol }: ConnectionFilter): readonly Buffer[] {
  if (protocol === undefined) return [];
  return [
    nested(cta.ORIG, nested(tuple.PROTO, attr(tuple.NUMBER, u8(protocol)))),
    nested(kernelFilter.FILTER, attr(kernelFilter.ORIGINAL, u32(kernelFilter.PROTOCOL))),
  ];
}

function readFlow({ payload }: Message): Flow | undefined {
  const found = attributeMap(payload.subarray(4));
  const original = found.get(cta.ORIG);
  if (!original) return undefined;
  const bits = found.get(cta.STATUS)?.readUInt32BE(0) ?? 0;
  const tcp = attributeMap(found.get(cta.PROTOINFO) ?? Buffer.alloc(0)).get(protoinfo.TCP);
  const proto = attributeMap(attributeMap(original).get(tuple.PROTO) ?? Buffer.alloc(0));
  return {
    protocol: proto.get(tuple.NUMBER)?.readUInt8(0) ?? 0,
    isAnswered: (bits & status.SEEN_REPLY) !== 0,
    isTranslated: (bits & status.SOURCE_NAT) !== 0,
    tcpState: tcp && attributeMap(tcp).get(protoinfo.STATE)?.readUInt8(0),
    original: Buffer.from(original),
  };
}

/** Has the kernel forget them, without waiting for it; those that ended by themselves meanwhile are no matter. */
export function forgetFlows(socket: NetlinkSocket, flows: readonly Pick<Flow, 'original'>[]): void {
  const requests = flows.map(({ original }) => ({
    type: type(ct.DELETE),
    payload: [header(familyNumber.ipv4), nested(cta.ORIG, original)],
  }));
  socket.sendAll(requests, 'delete connections');
}

function encodeTuple(kind: number, ends: Ends, protocol: number): Buffer {
  const isV4 = isIpv4(ends.source);
  return nested(
    kind,
    nested(
      tuple.IP,
      attr(isV4 ? tuple.IPV4_SOURCE : tuple.IPV6_SOURCE, addressBytes(ends.source)),
      attr(isV4 ? tuple.IPV4_DESTINATION : tuple.IPV6_DESTINATION, addressBytes(ends.destination)),
    ),
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
      header(familyNumberOf(row.source)),
      encodeTuple(cta.ORIG, row, row.protocol),
      encodeTuple(cta.REPLY, row.reply, row.protocol),
      attr(cta.TIMEOUT, be32(timeout)),
      attr(cta.MARK, be32(row.mark)),
    ],
  };
  socket.request(request, 'create a connection');
}
