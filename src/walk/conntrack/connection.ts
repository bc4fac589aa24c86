import type { FirewallRule } from '../../model/index.ts';
import type { TcpState } from './tcp-state.ts';

/** What identifies one direction of a connection. ICMP: `srcPort` and `dstPort` hold the id, see `icmpReplyBit`. */
export interface Tuple {
  src: number;
  dst: number;
  protocol: number;
  srcPort: number;
  dstPort: number;
}

/** Set in the port that stands on the answering side of an ICMP query, so that requests and replies differ. */
export const icmpReplyBit = 0x10000;

export const sourceDone = 1;
export const destinationDone = 2;

/** One tracked connection: its two directions as they arrive at the router, its mark and its translation. */
export class Connection {
  readonly id: number;
  readonly original: Tuple;
  readonly reply: Tuple;
  /** Connection mark, 0: none. */
  mark = 0;
  confirmed = false;
  /** An answer was seen: packets are `established` from then on. */
  answered = false;
  tcp: TcpState = 'N';
  /** Which translations were decided (`sourceDone`, `destinationDone`). */
  decided = 0;
  sourceRule: FirewallRule | undefined = undefined;
  destinationRule: FirewallRule | undefined = undefined;
  /** Interface it was masqueraded for, 0: not masqueraded. */
  masqueradedFor = 0;
  /** Its port was taken, so that another one was drawn: which, nobody can foretell. */
  portDrawn = false;
  fastTracked = false;
  bytes = 0;
  /** Clock (ms) at which it is forgotten. */
  expires = 0;
  nextOriginal: Connection | undefined = undefined;
  nextReply: Connection | undefined = undefined;
  older: Connection | undefined = undefined;
  newer: Connection | undefined = undefined;

  constructor(id: number, original: Tuple) {
    this.id = id;
    this.original = original;
    this.reply = inverse(original);
  }

  get sourceTranslated(): boolean {
    return this.reply.dst !== this.original.src || this.reply.dstPort !== this.original.srcPort;
  }

  get destinationTranslated(): boolean {
    return this.reply.src !== this.original.dst || this.reply.srcPort !== this.original.dstPort;
  }
}

export function inverse({ src, dst, protocol, srcPort, dstPort }: Tuple): Tuple {
  return { src: dst, dst: src, protocol, srcPort: dstPort, dstPort: srcPort };
}
