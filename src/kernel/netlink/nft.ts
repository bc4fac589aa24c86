import { EnvironmentError, errno } from '../../sys/index.ts';
import { attr, attributeMap, attributeOf } from './attribute.ts';
import { readText, text } from './bytes.ts';
import type { NetlinkSocket } from './socket.ts';

/** NFNL_SUBSYS_NFTABLES. */
const subsystem = 10;
const type = (message: number): number => (subsystem << 8) | message;
const nft = { GETTABLE: 1, GETGEN: 16, GETOBJ: 19 } as const;
/** nf_tables.h: NFTA_TABLE_NAME and NFTA_GEN_ID. */
const nfta = { TABLE: 1, GEN_ID: 1 } as const;
const NFPROTO_INET = 1;

const header = (family: number): Buffer => Buffer.from([family, 0, 0, 0]);

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
