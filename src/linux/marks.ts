// Every number that jalur puts into a Linux kernel, in one place, with its reason.
//
// RouterOS keeps packet mark, routing mark and connection mark apart; Linux has one 32-bit mark per packet
// (skb->mark, `meta mark`) and one per connection (`ct mark`). Bits that other software on a gateway claims are
// left alone: 0x00003f00 mwan3, 0x0000c000 kube-proxy, 0x00ff0000 tailscale. wg-quick (51820) and Cilium use the
// same middle bits. What remains is the low byte and the high byte.
//
//   packet mark word   31 30 29....24 23...........9 8 7......0
//                       -  P  packet    (others)     F routing
//   ct mark word       31 30 29....24 23....16 15 14 13.......9 8 7......0
//                       A  P  line    (others) V  C  edition    F connection
//
// Bit 31 is never asked alone: a mask of the top bits prints as a prefix in nft 1.0.6 (`ct mark != 0x0/1`), which is not
// what was written.

import type { MarkKind } from '../model/index.ts';

/** A stretch of bits of a mark: `value << shift` under `mask`; the largest value is `limit`. */
export interface MarkField {
  readonly mask: number;
  readonly shift: number;
  readonly limit: number;
}

/** Which bits mean what, in both mark words. */
export interface MarkLayout extends Readonly<Record<MarkKind, MarkField>> {
  /** Bit of health probes, in both words. */
  readonly probe: number;
}

export const markLayout: MarkLayout = {
  // Which table a packet looks in, in the packet mark. 0: none.
  routing: { mask: 0x000000ff, shift: 0, limit: 255 },
  // RouterOS packet mark, in the packet mark. 0: `no-mark`.
  packet: { mask: 0x3f000000, shift: 24, limit: 63 },
  // RouterOS connection mark, in the ct mark. Same low byte as the routing mark, so that a map leads over. 0: `no-mark`.
  connection: { mask: 0x000000ff, shift: 0, limit: 255 },
  // Probes carry this bit (SO_MARK) and their connections keep it: user mangle must not capture a probe, or the first
  // reply marks the probe's own connection and it leaves by the line it was to test
  // (docs/lab-notes.md#probes-and-connection-marks).
  probe: 0x40000000,
};

/**
 * The line that a connection really leaves by, in the ct mark at jalur's pace: its number, and whether it was opened while
 * some line was dead (`away`), so that it may be elsewhere than the text would have it later.
 */
export const lineField = {
  number: { mask: 0x3f000000, shift: 24, limit: 63 },
  away: 0x80000000,
  /** Number and `away`. */
  mask: 0xbf000000,
} as const;

/**
 * What was decided about a connection is kept in its mark, so that later packets need not be asked (docs/architecture.md#kept-decisions).
 * `edition`: of the table that decided; 0: nothing is kept. `changed`: its connection mark was set since. `varies`: a rule
 * asks about each of its packets. `forwarded`, in both words: its packets are not for the router itself. Of these bits mwan3 alone
 * claims some, and it is a gateway itself.
 */
export const keptField = {
  forwarded: 0x00000100,
  edition: { mask: 0x00003e00, shift: 9, limit: 31 },
  changed: 0x00004000,
  varies: 0x00008000,
  /** All four. */
  mask: 0x0000ff00,
} as const;

/** The ct mark of connections that leave by a line, under `lineField.mask`. */
export const lineMark = (number: number, isAway = false): number =>
  (inField(lineField.number, number) | (isAway ? lineField.away : 0)) >>> 0;

/**
 * Packet mark of what makes a client speak (a SYN/ACK as if from its server, which belongs to no connection of the tracking):
 * a probe, so that no rule of the text marks it, with a packet mark that is the last to be given to a name.
 */
export const pokeMark = (markLayout.probe | markLayout.packet.mask) >>> 0;

/** The mark word that holds a kind of mark, as nft names it. */
export const markWord: Readonly<Record<MarkKind, 'ct mark' | 'meta mark'>> = {
  connection: 'ct mark',
  routing: 'meta mark',
  packet: 'meta mark',
};

/** The lock of which a network namespace has one: whoever changes its network for a configuration holds it. */
export const gatewayLock = 'jalur';

/** The one nftables table that is ours. */
export const nftTable = 'jalur';

/**
 * Route protocol (RTPROT_*) of our routes and rules: what carries it is ours to change and to undo. 27 is in no
 * rt_protos of iproute2, and daemons have 3..18, 42, 99 and 186..198.
 */
export const routeProtocol = 27;

/** Linux's own tables. */
export const mainTableId = 254;

/**
 * Table of routing mark m is 27000 + m. Above 255, because 1..252 is where rt_tables of hosts, mwan3 and Shorewall
 * count from; away from 52 (tailscale) and 51820 (wg-quick).
 */
export const tableBase = 27_000;

/**
 * Tables that only probes look in: 26000 + the place of the line among those that are watched. A probe of a line leaves
 * by that line's gateway whatever routes are active, also while its own routes are taken away.
 */
export const probeTableBase = 26_000;

/** Table 25000 + n has the routes by line n alone: connections that are held at a line, and sockets bound to it, look in it. */
export const lineTableBase = 25_000;

/** The routing mark of packets that are held at a line: numbers of names count up from 1, these down from the top. */
export const heldRouting = (number: number): number => markLayout.routing.limit + 1 - number;

/** The named counters of our table that count what passes a watched line, by its place among them. */
export const lineCounters = (place: number): { readonly arrived: string; readonly left: string } => ({
  arrived: `line${place}_in`,
  left: `line${place}_out`,
});

/** The part of a chain for what leaves by the line of this number; without one: what the names of all its parts begin with. */
export const byLineChain = (chain: string, number: number | '' = ''): string => `${chain}_by_${number}`;

/** The named counters of connections that were opened by a line, by the line's number. */
export const openedCounter = {
  of: (number: number): string => `opened${number}`,
  /** Undefined where it is another counter. */
  numberOf(name: string): number | undefined {
    const [, number] = /^opened(\d+)$/.exec(name) ?? [];
    return number === undefined ? undefined : Number(number);
  },
} as const;

/**
 * `ip rule` priorities. `local` stays first at 0, as RouterOS v6 had it: the router's own addresses must stay
 * reachable for marked packets. Ahead of it, at 0 too, is one rule that leads packets which are known to be for others (`keptField.forwarded`)
 * to the marks at once. Then the marks (27000 + m, the number of their table), because a mangle mark beats a routing
 * rule, and because each rule before costs every marked packet; where they are many, groups of them (26900 + g) that lead to each
 * group, and a place behind them all; then those of probes, which carry no routing mark; sockets that
 * are bound to a line (27600 + n); connections that are held at one (27700 + n); then the user's rules; then Linux's `main` at 32766. Below 27000 there is room for tailscale
 * (5210), mwan3 (1001) and Shorewall (10000, 20000).
 */
export const rulePriority = {
  ahead: 0,
  groups: 26_900,
  marks: 27_000,
  behindMarks: 27_299,
  probes: 27_300,
  bound: 27_600,
  held: 27_700,
  user: 28_000,
  last: 32_000,
} as const;

/** Where `value` of a field lies in the mark word. Unsigned. */
export function inField(field: MarkField, value: number): number {
  return (value << field.shift) >>> 0;
}

/** `0x000000ff`: marks are read as bits, so all print with eight digits. */
export function hex(value: number): string {
  return `0x${value.toString(16).padStart(8, '0')}`;
}

/** Every bit but those of `mask`. Unsigned. */
export function outside(mask: number): number {
  return ~mask >>> 0;
}
