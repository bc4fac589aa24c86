import type { Address } from '../../net/index.ts';

/** One direction of a connection; without ports where the protocol has none. */
export interface TrackedEnds {
  readonly source: Address;
  readonly sourcePort?: number | undefined;
  readonly destination: Address;
  readonly destinationPort?: number | undefined;
}

/** What one direction carried. */
export interface TrackedCount {
  readonly bytes: number;
  readonly packets: number;
}

/** One connection that the kernel tracks. */
export interface TrackedConnection {
  /** The kernel's number of it: unlikely to be another's, and the same as long as it lives. */
  readonly id: number;
  /** `tcp`, `udp`, `icmp` …, else the number. */
  readonly protocol: string;
  /** Who began it, as he sees it; and the answers, as they come in: after NAT. */
  readonly original: TrackedEnds;
  readonly reply: TrackedEnds;
  /** Of TCP: `established`, `syn-sent` …; of others `answered` or `unanswered`. */
  readonly state: string;
  /** Letters as RouterOS has them: S seen reply, A assured, C confirmed, D dying, s srcnat, d dstnat. */
  readonly flags: string;
  /** Until the kernel forgets it, if nothing more comes. */
  readonly timeoutMs: number;
  /** The name of its connection mark; empty: none; undefined: a value that is none of the configuration's. */
  readonly mark?: string | undefined;
  /** The whole mark as a number. */
  readonly markValue: number;
  /**
   * The WAN that it uses (a device), and how that is known: by the line that it carries, or by an address of a WAN that it has.
   * Undefined: it uses none, or nobody knows.
   */
  readonly wan?: string | undefined;
  readonly wanBy?: 'line' | 'address' | undefined;
  /** By whom it began, and by whom it is answered; undefined where the kernel does not count. */
  readonly sent?: TrackedCount | undefined;
  readonly received?: TrackedCount | undefined;
  /** Between the last two readings, bit/s; undefined: not counted, or read only once. */
  readonly sentBps?: number | undefined;
  readonly receivedBps?: number | undefined;
}

/** What connections are sorted by: the kernel's order, or the largest first. */
export const connectionSorts = ['order', 'rate', 'bytes', 'timeout'] as const;
export type ConnectionSort = (typeof connectionSorts)[number];

/** Which connections. All that is stated has to fit. */
export interface TrackedFilter {
  /** A device; null: those that use no WAN. */
  readonly wan?: string | null | undefined;
  /** Who began it: an address, of which so many bits count (default: all). */
  readonly client?: { readonly address: Address; readonly length?: number | undefined } | undefined;
  /** Of either end of either direction. */
  readonly port?: number | undefined;
  /** IP protocol number. */
  readonly protocol?: number | undefined;
  /** In any of its addresses with its port, its protocol, its state, its mark or its WAN. */
  readonly text?: string | undefined;
}

/** What a question about connections says beside the kernel. */
export interface TrackedQuery {
  readonly filter: TrackedFilter;
  readonly sort: ConnectionSort;
  readonly offset: number;
  readonly limit: number;
  /** Not older than that; a page that follows may be of an older reading than a first one. */
  readonly freshMs: number;
  /** Connection marks by their value under `markMask`. */
  readonly markMask: number;
  readonly marks: readonly { readonly name: string; readonly value: number }[];
  /** Lines by the number that connections carry; none where nobody numbers them. */
  readonly lines: readonly { readonly name: string; readonly number: number }[];
  /** Addresses of WANs. */
  readonly addresses: readonly { readonly name: string; readonly address: Address }[];
}

/** Some of them, and how many there are. */
export interface TrackedPage {
  /** When the kernel was read: ms since 1970. */
  readonly atMs: number;
  readonly total: number;
  readonly tracked: number;
  readonly items: readonly TrackedConnection[];
  /** Between which readings rates are; undefined: there was one only. */
  readonly ratesOverMs?: number | undefined;
  /** Of all that fit: by WAN, and by connection mark (`''`: none, or none of these). */
  readonly byWan: Readonly<Record<string, number>>;
  readonly byMark: Readonly<Record<string, number>>;
}
