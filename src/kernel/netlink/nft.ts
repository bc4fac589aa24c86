import { EnvironmentError, errno } from '../../sys/index.ts';
import { attr, attributeMap, placeOf } from './attribute.ts';
import { be32, text } from './bytes.ts';
import type { Message } from './message.ts';
import type { NetlinkSocket, Request } from './socket.ts';

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

/** What asks for the counters of a table is the same each time. */
const questions = new Map<string, Request>();

function questionOf(table: string): Request {
  const known = questions.get(table);
  if (known) return known;
  const about = [attr(object.TABLE, text(table)), attr(object.TYPE, be32(object.COUNTER))];
  const question = { type: type(nft.GETOBJ), payload: [Buffer.concat([header(NFPROTO_INET), ...about])] };
  questions.set(table, question);
  return question;
}

/** Packets that the named counters of one of our tables have counted, by name. Asked forty times a second while lines carry something. */
export function readCounters(socket: NetlinkSocket, table: string): ReadonlyMap<string, number> {
  return new Map(socket.dump(questionOf(table), `list counters of ${table}`, readCounter));
}

const headerBytes = 4;

function readCounter({ payload }: Message): readonly [string, number] | undefined {
  const name = placeOf(payload, object.NAME, headerBytes, payload.length);
  const data = placeOf(payload, object.DATA, headerBytes, payload.length);
  const packets = data && placeOf(payload, object.COUNTER_PACKETS, data.from, data.to);
  if (!name || !packets) return undefined;
  const count = payload.readUInt32BE(packets.from) * 2 ** 32 + payload.readUInt32BE(packets.from + 4);
  return [payload.toString('latin1', name.from, name.to - 1), count];
}
