import { type Columns, noState } from './columns.ts';

// Attributes by hand, without a function or an object for each: a reading of a hundred thousand connections has two million of them.

/** nfnetlink_conntrack.h CTA_*. */
const cta = {
  ORIG: 1,
  REPLY: 2,
  STATUS: 3,
  PROTOINFO: 4,
  TIMEOUT: 7,
  MARK: 8,
  COUNTERS_ORIG: 9,
  COUNTERS_REPLY: 10,
  ID: 12,
} as const;
const tuple = { IP: 1, PROTO: 2 } as const;
const proto = { NUMBER: 1, SOURCE_PORT: 2, DESTINATION_PORT: 3 } as const;
const counters = { PACKETS: 1, BYTES: 2 } as const;
/** CTA_PROTOINFO_TCP_STATE, and the first of DCCP and SCTP alike. */
const STATE = 1;

const headerBytes = 4;
const typeBits = 0x3fff;
/** `struct nfgenmsg`. */
const messageHead = 4;

const byte = (bytes: Uint8Array, at: number): number => bytes[at] ?? 0;
const u16le = (bytes: Uint8Array, at: number): number => byte(bytes, at) | (byte(bytes, at + 1) << 8);
const u16be = (bytes: Uint8Array, at: number): number => (byte(bytes, at) << 8) | byte(bytes, at + 1);
const u32be = (bytes: Uint8Array, at: number): number =>
  ((u16be(bytes, at) << 16) | u16be(bytes, at + 2)) >>> 0;
const u64be = (bytes: Uint8Array, at: number): number => u32be(bytes, at) * 2 ** 32 + u32be(bytes, at + 4);

/** Is there an attribute here, which ends before `to`? */
function isWhole(bytes: Uint8Array, at: number, to: number): boolean {
  const length = u16le(bytes, at);
  return at + headerBytes <= to && length >= headerBytes && at + length <= to;
}
const typeOf = (bytes: Uint8Array, at: number): number => u16le(bytes, at + 2) & typeBits;
const endOf = (bytes: Uint8Array, at: number): number => at + u16le(bytes, at);
const nextOf = (bytes: Uint8Array, at: number): number => at + ((u16le(bytes, at) + 3) & ~3);

/** Writes one connection behind the others; `columns` has room for it. What is no whole connection is left out. */
export function addConnection(columns: Columns, payload: Uint8Array): void {
  const place = columns.count;
  begin(columns, place);
  let tuples = 0;
  for (let at = messageHead; isWhole(payload, at, payload.length); at = nextOf(payload, at)) {
    const [from, to] = [at + headerBytes, endOf(payload, at)];
    switch (typeOf(payload, at)) {
      case cta.ORIG:
        tuples += 1;
        readTuple(columns, payload, from, to, 0);
        break;
      case cta.REPLY:
        tuples += 1;
        readTuple(columns, payload, from, to, 2);
        break;
      case cta.STATUS:
        columns.status[place] = u32be(payload, from);
        break;
      case cta.TIMEOUT:
        columns.timeoutS[place] = u32be(payload, from);
        break;
      case cta.MARK:
        columns.mark[place] = u32be(payload, from);
        break;
      case cta.ID:
        columns.id[place] = u32be(payload, from);
        break;
      case cta.COUNTERS_ORIG:
        readCounters(columns, payload, from, to, 0);
        break;
      case cta.COUNTERS_REPLY:
        readCounters(columns, payload, from, to, 2);
        break;
      case cta.PROTOINFO:
        readState(columns, payload, from, to);
    }
  }
  if (tuples === 2) columns.count += 1;
  else columns.addressBytes = columns.addressAt[place] ?? 0;
}

/** What the kernel does not send of it is not that of one before. */
function begin(columns: Columns, place: number): void {
  columns.state[place] = noState;
  columns.addressAt[place] = columns.addressBytes;
  for (let i = 4 * place; i < 4 * place + 4; i++) {
    columns.counts[i] = Number.NaN;
    columns.ports[i] = 0;
  }
  columns.status[place] = columns.timeoutS[place] = columns.mark[place] = columns.id[place] = 0;
}

/** `side` 0: the original direction, which the kernel sends first; 2: the reply. */
function readTuple(columns: Columns, payload: Uint8Array, from: number, to: number, side: 0 | 2): void {
  for (let at = from; isWhole(payload, at, to); at = nextOf(payload, at)) {
    const [inner, end, type] = [at + headerBytes, endOf(payload, at), typeOf(payload, at)];
    if (type === tuple.IP) readAddresses(columns, payload, inner, end);
    else if (type === tuple.PROTO) readPorts(columns, payload, inner, end, side);
  }
}

function readAddresses(columns: Columns, payload: Uint8Array, from: number, to: number): void {
  for (let at = from; isWhole(payload, at, to); at = nextOf(payload, at)) {
    const [start, stop] = [at + headerBytes, endOf(payload, at)];
    columns.isV6[columns.count] = stop - start === 16 ? 1 : 0;
    for (let i = start; i < stop; i++) columns.addresses[columns.addressBytes++] = byte(payload, i);
  }
}

function readPorts(columns: Columns, payload: Uint8Array, from: number, to: number, side: 0 | 2): void {
  const place = 4 * columns.count + side;
  for (let at = from; isWhole(payload, at, to); at = nextOf(payload, at)) {
    const [start, type] = [at + headerBytes, typeOf(payload, at)];
    if (type === proto.NUMBER) columns.protocol[columns.count] = byte(payload, start);
    else if (type === proto.SOURCE_PORT) columns.ports[place] = u16be(payload, start);
    else if (type === proto.DESTINATION_PORT) columns.ports[place + 1] = u16be(payload, start);
  }
}

function readCounters(columns: Columns, payload: Uint8Array, from: number, to: number, side: 0 | 2): void {
  const place = 4 * columns.count + side;
  for (let at = from; isWhole(payload, at, to); at = nextOf(payload, at)) {
    const [start, type] = [at + headerBytes, typeOf(payload, at)];
    if (type === counters.PACKETS) columns.counts[place] = u64be(payload, start);
    else if (type === counters.BYTES) columns.counts[place + 1] = u64be(payload, start);
  }
}

function readState(columns: Columns, payload: Uint8Array, from: number, to: number): void {
  for (let at = from; isWhole(payload, at, to); at = nextOf(payload, at)) {
    const [inner, end] = [at + headerBytes, endOf(payload, at)];
    for (let one = inner; isWhole(payload, one, end); one = nextOf(payload, one))
      if (typeOf(payload, one) === STATE) columns.state[columns.count] = byte(payload, one + headerBytes);
  }
}
