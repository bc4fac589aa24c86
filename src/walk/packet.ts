import { type Ipv4, ipv4ToNumber, type Mac, protocolNumber } from '../net/index.ts';
import type { PccPacket } from '../pcc/index.ts';

/** Bits of the TCP flags byte (RFC 9293 section 3.1). */
export const tcpFlagBits = { fin: 1, syn: 2, rst: 4, psh: 8, ack: 16, urg: 32, ece: 64, cwr: 128 } as const;

/** One IPv4 packet as the walk sees it. Addresses are unsigned 32-bit numbers, ports 0..65535. */
export interface Packet extends PccPacket {
  /** Interface it arrives on; undefined: the router makes it itself. */
  readonly in?: string | undefined;
  readonly tcpFlags: number;
  readonly icmpType: number;
  readonly icmpCode: number;
  readonly icmpId: number;
  readonly ttl: number;
  readonly dscp: number;
  /** Bytes of the whole IP packet. */
  readonly size: number;
  /** TCP MSS option, where there is one. */
  readonly mss?: number | undefined;
  readonly mac?: Mac | undefined;
  /** Not the first fragment. */
  readonly fragment: boolean;
  /** ICMP errors: the packet they quote, as it was when the error arose. */
  readonly quotes?: Packet | undefined;
}

/** A packet in people's words: what is not said is a TCP SYN with ordinary header fields. */
export interface PacketParts extends Partial<Omit<Packet, 'src' | 'dst' | 'protocol'>> {
  readonly src: Ipv4 | number;
  readonly dst: Ipv4 | number;
  readonly protocol?: string | number | undefined;
}

const address = (value: Ipv4 | number): number => (typeof value === 'number' ? value : ipv4ToNumber(value));

/** Makes a packet. Throws a TypeError on an address or protocol that is none. */
export function makePacket(parts: PacketParts): Packet {
  const protocol = numberOf(parts.protocol ?? 6);
  // Field by field: spreading costs more than the walk of the packet.
  return {
    in: parts.in,
    src: address(parts.src),
    dst: address(parts.dst),
    protocol,
    srcPort: parts.srcPort ?? 0,
    dstPort: parts.dstPort ?? 0,
    tcpFlags: parts.tcpFlags ?? (protocol === 6 ? tcpFlagBits.syn : 0),
    icmpType: parts.icmpType ?? 8,
    icmpCode: parts.icmpCode ?? 0,
    icmpId: parts.icmpId ?? 1,
    ttl: parts.ttl ?? 64,
    dscp: parts.dscp ?? 0,
    size: parts.size ?? 60,
    mss: parts.mss,
    mac: parts.mac,
    fragment: parts.fragment ?? false,
    quotes: parts.quotes,
  };
}

function numberOf(protocol: string | number): number {
  const number = typeof protocol === 'number' ? protocol : protocolNumber(protocol);
  if (number === undefined) throw new TypeError(`not an IP protocol: ${protocol}`);
  return number;
}

const echoReply: Readonly<Record<number, number>> = { 8: 0, 0: 8, 13: 14, 15: 16, 17: 18 };

/** The answer of whoever received `packet`: ends swapped, SYN answered by SYN+ACK, echo request by reply. */
export function answerTo(packet: Packet, arriving?: string): Packet {
  const syn = (packet.tcpFlags & tcpFlagBits.syn) !== 0;
  return {
    ...packet,
    in: arriving,
    src: packet.dst,
    dst: packet.src,
    srcPort: packet.dstPort,
    dstPort: packet.srcPort,
    tcpFlags: packet.protocol === 6 ? tcpFlagBits.ack | (syn ? tcpFlagBits.syn : 0) : 0,
    icmpType: echoReply[packet.icmpType] ?? packet.icmpType,
    mac: undefined,
    ttl: 64,
  };
}

/** A later packet of the same flow from the same end: no SYN any more. */
export function laterPacket(packet: Packet): Packet {
  return packet.protocol === 6 ? { ...packet, tcpFlags: tcpFlagBits.ack } : packet;
}
