import type { ProgramSet } from '../../linux/index.ts';
import { ipv4ToNumber } from '../../net/index.ts';
import { attr, attributeMap, attributes, nested } from './attribute.ts';
import { be32, text, u32 } from './bytes.ts';
import { nlm } from './message.ts';
import type { NetlinkSocket, Request } from './socket.ts';

/** NFNL_SUBSYS_NFTABLES and nf_tables.h: NFTA_SET_ELEM_LIST_*, NFTA_LIST_ELEM, NFTA_SET_ELEM_*, NFTA_DATA_*, NFTA_VERDICT_*. */
const subsystem = 10;
const message = { NEWSETELEM: 12, GETSETELEM: 13, DELSETELEM: 14 } as const;
const nfta = { TABLE: 1, SET: 2, ELEMENTS: 3, ITEM: 1, KEY: 1, DATA: 2, FLAGS: 3, VALUE: 1 } as const;
const verdict = { NESTED: 2, CODE: 1, CHAIN: 2 } as const;
const NFT_JUMP = -3;
const NFT_SET_ELEM_INTERVAL_END = 1;
const header = Buffer.from([1, 0, 0, 0]);

/** A set of an inet table, with what it holds or is to hold. */
export type OwnSet = ProgramSet & { readonly table: string };

/**
 * An element as the kernel has it: its key in hex, with a mark where a stretch of addresses ends before it; behind a colon the chain
 * that a map leads to.
 */
type Raw = string;
/** What comes and goes together: a mark, or both ends of a stretch in order, as the kernel asks. */
type Entry = readonly Raw[];

const endMark = '<';
const rawOf = (key: Buffer, isEnd: boolean): Raw => `${key.toString('hex')}${isEnd ? endMark : ''}`;
const isEnd = (raw: Raw): boolean => raw.endsWith(endMark);
const leadMark = ':';
const chainOf = (raw: Raw): string | undefined => raw.split(leadMark)[1];

function keyOf(raw: Raw): string {
  const [key = ''] = raw.split(leadMark);
  return isEnd(key) ? key.slice(0, -endMark.length) : key;
}

function wantedEntries(set: ProgramSet): readonly Entry[] {
  if (set.type === 'mark') return set.elements.map(mark => [rawOf(u32(mark), false)]);
  if (set.type === 'buckets')
    return set.elements.map((chain, bucket) => [`${rawOf(u32(bucket), false)}${leadMark}${chain}`]);
  return set.elements.map(({ from, to }) => {
    const end = ipv4ToNumber(to) + 1;
    const first = rawOf(be32(ipv4ToNumber(from)), false);
    return end > 0xffffffff ? [first] : [first, rawOf(be32(end), true)];
  });
}

/** Ends of stretches stand before what begins there; nft puts one before the first of all, which ends nothing. */
function entriesOf(raws: readonly Raw[]): readonly Entry[] {
  const inOrder = [...raws].sort(
    (a, b) => keyOf(a).localeCompare(keyOf(b)) || Number(isEnd(b)) - Number(isEnd(a)),
  );
  const entries: Raw[][] = [];
  for (const raw of inOrder) {
    if (!isEnd(raw)) entries.push([raw]);
    else entries.at(-1)?.push(raw);
  }
  return entries;
}

function item(raw: Raw): Buffer {
  const flags = isEnd(raw) ? [attr(nfta.FLAGS, be32(NFT_SET_ELEM_INTERVAL_END))] : [];
  const key = nested(nfta.KEY, attr(nfta.VALUE, Buffer.from(keyOf(raw), 'hex')));
  return nested(nfta.ITEM, ...flags, key, ...leadOf(raw));
}

function leadOf(raw: Raw): readonly Buffer[] {
  const chain = chainOf(raw);
  if (chain === undefined) return [];
  const jump = [attr(verdict.CODE, be32(NFT_JUMP >>> 0)), attr(verdict.CHAIN, text(chain))];
  return [nested(nfta.DATA, nested(verdict.NESTED, ...jump))];
}

function readItem(bytes: Buffer): readonly Raw[] {
  const found = attributeMap(bytes);
  const data = found.get(nfta.KEY);
  const key = data && attributeMap(data).get(nfta.VALUE);
  const flags = found.get(nfta.FLAGS)?.readUInt32BE(0) ?? 0;
  if (!key) return [];
  return [`${rawOf(key, (flags & NFT_SET_ELEM_INTERVAL_END) !== 0)}${readLead(found.get(nfta.DATA))}`];
}

/** What a map leads to: another verdict than a jump is none of ours. */
function readLead(data: Buffer | undefined): string {
  const lead = data && attributeMap(data).get(verdict.NESTED);
  const chain = lead && attributeMap(lead).get(verdict.CHAIN);
  return chain ? `${leadMark}${chain.toString().replace(/\0.*$/s, '')}` : '';
}

const place = ({ table, name }: OwnSet): readonly Buffer[] => [
  header,
  attr(nfta.TABLE, text(table)),
  attr(nfta.SET, text(name)),
];

function readSet(socket: NetlinkSocket, set: OwnSet): readonly Entry[] {
  const request = { type: (subsystem << 8) | message.GETSETELEM, payload: place(set) };
  const pages = socket.dump(request, `list set ${set.table} ${set.name}`, ({ payload }) => {
    const elements = attributeMap(payload.subarray(4)).get(nfta.ELEMENTS);
    return elements ? attributes(elements).flatMap(({ data }) => readItem(data)) : [];
  });
  return entriesOf(pages.flat());
}

/** Those of the entries that the others lack. */
function lacking(entries: readonly Entry[], others: readonly Entry[]): readonly Entry[] {
  const known = new Set(others.map(entry => entry.join()));
  return entries.filter(entry => !known.has(entry.join()));
}

/** Does the set hold just these elements? */
export function isFilled(socket: NetlinkSocket, set: OwnSet): boolean {
  const [now, wanted] = [readSet(socket, set), wantedEntries(set)];
  return now.length === wanted.length && lacking(wanted, now).length === 0;
}

/** Has the sets hold just these elements, all in one transaction. Returns how many came or went. */
export function fillSets(socket: NetlinkSocket, wanted: readonly OwnSet[]): number {
  let changed = 0;
  const requests = wanted.flatMap((set): Request[] => {
    const [now, entries] = [readSet(socket, set), wantedEntries(set)];
    const [old, fresh] = [lacking(now, entries), lacking(entries, now)];
    changed += old.length + fresh.length;
    const of = (kind: number, flags: number, moved: readonly Entry[]): Request[] => {
      const payload = [...place(set), nested(nfta.ELEMENTS, ...moved.flat().map(item))];
      return moved.length > 0 ? [{ type: (subsystem << 8) | kind, flags, payload }] : [];
    };
    return [...of(message.DELSETELEM, 0, old), ...of(message.NEWSETELEM, nlm.CREATE, fresh)];
  });
  if (requests.length > 0) socket.transaction(subsystem, requests, `fill sets of ${wanted[0]?.table}`);
  return changed;
}
