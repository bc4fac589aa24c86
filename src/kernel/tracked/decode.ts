import { type Columns, noState } from './columns.ts';

// Attributes by hand: a reading of a hundred thousand connections has two million of them.

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

type Visit = (type: number, from: number, to: number) => void;

function eachAttribute(bytes: Buffer, from: number, to: number, visit: Visit): void {
  for (let at = from; at + headerBytes <= to; ) {
    const length = bytes.readUInt16LE(at);
    if (length < headerBytes || at + length > to) return;
    visit(bytes.readUInt16LE(at + 2) & typeBits, at + headerBytes, at + length);
    at += (length + 3) & ~3;
  }
}

/** Writes one connection behind the others; `columns` has room for it. What is no whole connection is left out. */
export function addConnection(columns: Columns, payload: Buffer): void {
  const at = columns.count;
  columns.state[at] = noState;
  columns.addressAt[at] = columns.addressBytes;
  columns.counts.fill(Number.NaN, 4 * at, 4 * at + 4);
  columns.ports.fill(0, 4 * at, 4 * at + 4);
  columns.status[at] = columns.timeoutS[at] = columns.mark[at] = columns.id[at] = 0;
  let tuples = 0;
  eachAttribute(payload, messageHead, payload.length, (type, from, to) => {
    switch (type) {
      case cta.ORIG:
      case cta.REPLY:
        tuples += 1;
        readTuple(columns, payload, from, to, type === cta.ORIG ? 0 : 2);
        return;
      case cta.STATUS:
        columns.status[at] = payload.readUInt32BE(from);
        return;
      case cta.TIMEOUT:
        columns.timeoutS[at] = payload.readUInt32BE(from);
        return;
      case cta.MARK:
        columns.mark[at] = payload.readUInt32BE(from);
        return;
      case cta.ID:
        columns.id[at] = payload.readUInt32BE(from);
        return;
      case cta.COUNTERS_ORIG:
      case cta.COUNTERS_REPLY:
        readCounters(columns, payload, from, to, type === cta.COUNTERS_ORIG ? 0 : 2);
        return;
      case cta.PROTOINFO:
        readState(columns, payload, from, to);
    }
  });
  if (tuples === 2) columns.count += 1;
  else columns.addressBytes = columns.addressAt[at] ?? 0;
}

/** `side` 0: the original direction, which the kernel sends first; 2: the reply. */
function readTuple(columns: Columns, payload: Buffer, from: number, to: number, side: 0 | 2): void {
  const at = columns.count;
  eachAttribute(payload, from, to, (type, inner, end) => {
    if (type === tuple.IP)
      eachAttribute(payload, inner, end, (_, start, stop) => {
        columns.isV6[at] = stop - start === 16 ? 1 : 0;
        columns.addresses.set(payload.subarray(start, stop), columns.addressBytes);
        columns.addressBytes += stop - start;
      });
    else if (type === tuple.PROTO)
      eachAttribute(payload, inner, end, (kind, start) => {
        if (kind === proto.NUMBER) columns.protocol[at] = payload.readUInt8(start);
        else if (kind === proto.SOURCE_PORT) columns.ports[4 * at + side] = payload.readUInt16BE(start);
        else if (kind === proto.DESTINATION_PORT)
          columns.ports[4 * at + side + 1] = payload.readUInt16BE(start);
      });
  });
}

function readCounters(columns: Columns, payload: Buffer, from: number, to: number, side: 0 | 2): void {
  const at = 4 * columns.count + side;
  eachAttribute(payload, from, to, (type, start) => {
    if (type === counters.PACKETS) columns.counts[at] = Number(payload.readBigUInt64BE(start));
    else if (type === counters.BYTES) columns.counts[at + 1] = Number(payload.readBigUInt64BE(start));
  });
}

function readState(columns: Columns, payload: Buffer, from: number, to: number): void {
  eachAttribute(payload, from, to, (_, inner, end) =>
    eachAttribute(payload, inner, end, (type, start) => {
      if (type === STATE) columns.state[columns.count] = payload.readUInt8(start);
    }),
  );
}
