import { EnvironmentError, errno } from '../../sys/index.ts';
import type { MapElement } from '../types.ts';
import { attr, attributeMap, attributeOf, attributes, nested } from './attribute.ts';
import { readText, text, u32 } from './bytes.ts';
import { nlm } from './message.ts';
import type { NetlinkSocket, Request } from './socket.ts';

/** NFNL_SUBSYS_NFTABLES. */
const subsystem = 10;
const type = (message: number): number => (subsystem << 8) | message;
const nft = { GETTABLE: 1, NEWSETELEM: 12, GETSETELEM: 13, DELSETELEM: 14, GETGEN: 16, GETOBJ: 19 } as const;
/** nf_tables.h: NFTA_SET_ELEM_LIST_*, NFTA_LIST_ELEM, NFTA_SET_ELEM_*, NFTA_DATA_VALUE. */
const nfta = { TABLE: 1, SET: 2, ELEMENTS: 3, ITEM: 1, KEY: 1, DATA: 2, VALUE: 1, GEN_ID: 1 } as const;
const NFPROTO_INET = 1;

/** A map of one of our tables, addressed as the kernel wants it. */
export interface MapPlace {
  readonly table: string;
  readonly map: string;
}

const header = (family: number): Buffer => Buffer.from([family, 0, 0, 0]);

const place = ({ table, map }: MapPlace): readonly Buffer[] => [
  header(NFPROTO_INET),
  attr(nfta.TABLE, text(table)),
  attr(nfta.SET, text(map)),
];

const value = (kind: number, number: number): Buffer => nested(kind, attr(nfta.VALUE, u32(number)));

const list = (items: readonly Buffer[]): Buffer =>
  nested(nfta.ELEMENTS, ...items.map(item => nested(nfta.ITEM, item)));

function readElement(bytes: Buffer): MapElement | undefined {
  const found = attributeMap(bytes);
  const number = (kind: number): number | undefined => {
    const data = found.get(kind);
    return data && attributeMap(data).get(nfta.VALUE)?.readUInt32LE(0);
  };
  const [key, content] = [number(nfta.KEY), number(nfta.DATA)];
  return key === undefined || content === undefined ? undefined : { key, value: content };
}

/** Elements of a map of 32-bit numbers in host order (marks, hash buckets), by key. */
export function readMap(socket: NetlinkSocket, at: MapPlace): readonly MapElement[] {
  const request = { type: type(nft.GETSETELEM), payload: place(at) };
  const pages = socket.dump(request, `list map ${at.table} ${at.map}`, ({ payload }) => {
    const elements = attributeMap(payload.subarray(4)).get(nfta.ELEMENTS);
    return elements ? attributes(elements).flatMap(({ data }) => readElement(data) ?? []) : [];
  });
  return pages.flat().sort((a, b) => a.key - b.key);
}

/**
 * Gives the keys these values, all in one transaction: a packet sees the old map or the new one. Elements that are
 * right already stay; other keys are left alone. Returns how many changed.
 */
export function setMapElements(socket: NetlinkSocket, at: MapPlace, wanted: readonly MapElement[]): number {
  const now = new Map(readMap(socket, at).map(({ key, value: content }) => [key, content]));
  const changed = wanted.filter(({ key, value: content }) => now.get(key) !== content);
  if (changed.length === 0) return 0;
  const old = changed.filter(({ key }) => now.has(key)).map(({ key }) => value(nfta.KEY, key));
  const fresh = changed.map(({ key, value: content }) =>
    Buffer.concat([value(nfta.KEY, key), value(nfta.DATA, content)]),
  );
  const requests: readonly Request[] = [
    ...(old.length > 0 ? [{ type: type(nft.DELSETELEM), payload: [...place(at), list(old)] }] : []),
    { type: type(nft.NEWSETELEM), flags: nlm.CREATE, payload: [...place(at), list(fresh)] },
  ];
  socket.transaction(subsystem, requests, `set map ${at.table} ${at.map}`);
  return changed.length;
}

/** Number of the rule set's generation: every nf_tables transaction of this namespace raises it. */
export function rulesetGeneration(socket: NetlinkSocket): number {
  const request = { type: type(nft.GETGEN), payload: [header(0)] };
  return socket.ask(request, 'read the rule set generation', ({ payload }) => {
    return attributeMap(payload.subarray(4)).get(nfta.GEN_ID)?.readUInt32BE(0) ?? 0;
  });
}

/** Is there an inet table of that name? */
export function hasTable(socket: NetlinkSocket, table: string): boolean {
  const request = {
    type: type(nft.GETTABLE),
    payload: [header(NFPROTO_INET), attr(nfta.TABLE, text(table))],
  };
  try {
    return socket.ask(request, `look for table ${table}`, () => true);
  } catch (error) {
    if (error instanceof EnvironmentError && error.errno === errno.ENOENT) return false;
    throw error;
  }
}

/** NFTA_OBJ_*, NFTA_COUNTER_* and NFT_OBJECT_COUNTER of nf_tables.h. */
const object = { TABLE: 1, NAME: 2, TYPE: 3, DATA: 4, COUNTER_PACKETS: 2, COUNTER: 1 } as const;

/** Packets that the named counters of one of our tables have counted, by name. */
export function readCounters(socket: NetlinkSocket, table: string): ReadonlyMap<string, number> {
  const kind = Buffer.alloc(4);
  kind.writeUInt32BE(object.COUNTER, 0);
  const payload = [header(NFPROTO_INET), attr(object.TABLE, text(table)), attr(object.TYPE, kind)];
  const rows = socket.dump({ type: type(nft.GETOBJ), payload }, `list counters of ${table}`, message => {
    const row = message.payload.subarray(4);
    const [name, data] = [attributeOf(row, object.NAME), attributeOf(row, object.DATA)];
    const packets = data && attributeOf(data, object.COUNTER_PACKETS);
    return name && packets ? ([readText(name), Number(packets.readBigUInt64BE(0))] as const) : undefined;
  });
  return new Map(rows);
}
