import { type Address, carriesPorts, printIpv4, printIpv6, protocolName } from '../../net/index.ts';
import { type Columns, noState } from './columns.ts';
import type { TrackedConnection, TrackedCount, TrackedEnds } from './tracked.ts';

/** IPS_* of nf_conntrack_common.h. */
const ips = {
  SEEN_REPLY: 1 << 1,
  ASSURED: 1 << 2,
  CONFIRMED: 1 << 3,
  SRC_NAT: 1 << 4,
  DST_NAT: 1 << 5,
  DYING: 1 << 9,
};

/** In the order in which they are written. */
const flagLetters: readonly (readonly [bit: number, letter: string])[] = [
  [ips.SEEN_REPLY, 'S'],
  [ips.ASSURED, 'A'],
  [ips.CONFIRMED, 'C'],
  [ips.DYING, 'D'],
  [ips.SRC_NAT, 's'],
  [ips.DST_NAT, 'd'],
];

/** enum tcp_conntrack of nf_conntrack_tcp.h, in RouterOS's words. */
const tcpStates: readonly string[] = [
  ...['none', 'syn-sent', 'syn-received', 'established', 'fin-wait', 'close-wait', 'last-ack', 'time-wait'],
  ...['close', 'syn-sent'],
];
const tcp = 6;

/** An address of a connection: 0 and 1 source and destination of the original direction, 2 and 3 of the reply. */
export function addressOf({ addresses, addressAt, isV6 }: Columns, at: number, which: number): Address {
  const view = new DataView(addresses.buffer);
  const begin = addressAt[at] ?? 0;
  if (isV6[at] === 0) return printIpv4(view.getUint32(begin + 4 * which));
  const place = begin + 16 * which;
  return printIpv6((view.getBigUint64(place) << 64n) | view.getBigUint64(place + 8));
}

export function stateOf({ protocol, state, status }: Columns, at: number): string {
  const number = state[at] ?? noState;
  if (protocol[at] === tcp && number !== noState) return tcpStates[number] ?? `${number}`;
  return ((status[at] ?? 0) & ips.SEEN_REPLY) === 0 ? 'unanswered' : 'answered';
}

/** What is found out of a connection beside what the kernel says. */
export interface Meaning {
  readonly mark: string | undefined;
  readonly wan: string | undefined;
  readonly wanBy: 'line' | 'address' | undefined;
}

/** bit/s of each connection of a reading, the original direction first; NaN: not known. */
export type Rates = Float64Array;

/** One connection for who looks at it. */
export function rowOf(
  columns: Columns,
  at: number,
  meaning: Meaning,
  rates: Rates | undefined,
): TrackedConnection {
  const { id, protocol, status, timeoutS, mark } = columns;
  const bits = status[at] ?? 0;
  return {
    id: id[at] ?? 0,
    protocol: protocolName(protocol[at] ?? 0),
    ...{ original: ends(columns, at, 0), reply: ends(columns, at, 2) },
    state: stateOf(columns, at),
    flags: flagLetters.flatMap(([bit, letter]) => ((bits & bit) === 0 ? [] : [letter])).join(''),
    timeoutMs: 1000 * (timeoutS[at] ?? 0),
    ...{ ...meaning, markValue: mark[at] ?? 0 },
    ...{ sent: count(columns, at, 0), received: count(columns, at, 2) },
    ...{ sentBps: known(rates?.[2 * at]), receivedBps: known(rates?.[2 * at + 1]) },
  };
}

function ends(columns: Columns, at: number, side: 0 | 2): TrackedEnds {
  const [source, destination] = [addressOf(columns, at, side), addressOf(columns, at, side + 1)];
  if (!carriesPorts(columns.protocol[at] ?? 0)) return { source, destination };
  const [sourcePort, destinationPort] = [columns.ports[4 * at + side], columns.ports[4 * at + side + 1]];
  return { source, sourcePort, destination, destinationPort };
}

function count({ counts }: Columns, at: number, side: 0 | 2): TrackedCount | undefined {
  const [packets, bytes] = [known(counts[4 * at + side]), known(counts[4 * at + side + 1])];
  return packets === undefined || bytes === undefined ? undefined : { bytes, packets };
}

const known = (value: number | undefined): number | undefined =>
  value === undefined || Number.isNaN(value) ? undefined : value;
