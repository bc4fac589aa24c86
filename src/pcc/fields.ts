import type { PccKind, Semantics } from '../model/index.ts';
import { carriesPorts } from '../net/index.ts';
import { jhashWords } from './hash.ts';

/** What PCC reads of a packet. Addresses as unsigned 32-bit numbers (`ipv4ToNumber`), ports 0..65535. */
export interface PccPacket {
  readonly src: number;
  readonly dst: number;
  /** IP protocol number. */
  readonly protocol: number;
  readonly srcPort: number;
  readonly dstPort: number;
}

/**
 * How fields lie in the key (docs/routeros.md#pcc-on-linux). `packed`: back to back. `padded`: every member of an nft
 * concatenation takes four bytes, so a port that follows one address does.
 */
export type PccLayout = Semantics['pccKey'];

/** A kind as the kernel module's bits: src-address 1, dst-address 2, src-port 4, dst-port 8. */
const bits: Readonly<Record<PccKind, number>> = {
  'src-address': 1,
  'dst-address': 2,
  'both-addresses': 3,
  'src-port': 4,
  'src-address-and-port': 5,
  'dst-port': 8,
  'dst-address-and-port': 10,
  'both-ports': 12,
  'both-addresses-and-ports': 15,
};

/** Does the kind name an address? Without one, a packet that has no ports has an empty key. */
export function usesAddresses(kind: PccKind): boolean {
  return (bits[kind] & 3) !== 0;
}

/** Does the kind name a port? */
export function usesPorts(kind: PccKind): boolean {
  return (bits[kind] & 12) !== 0;
}

/** Key length in bytes: 0..12. Kinds of ports alone have an empty key on protocols without ports. */
export function keyLength(kind: PccKind, protocol: number, layout: PccLayout): number {
  const set = bits[kind];
  const addresses = (set & 1) * 4 + (set & 2) * 2;
  const ports = carriesPorts(protocol) ? ((set & 4) >> 1) + ((set & 8) >> 2) : 0;
  return layout === 'padded' && addresses > 0 && ports === 2 ? addresses + 4 : addresses + ports;
}

/** The classifier's 32-bit hash of a packet. `seed`: the seed that RouterOS draws at boot, or that of our nft rule. */
export function pccHash(kind: PccKind, packet: PccPacket, seed: number, layout: PccLayout): number {
  const set = bits[kind];
  const length = keyLength(kind, packet.protocol, layout);
  const ports = (set & 12) !== 0 && carriesPorts(packet.protocol) ? portWord(set, packet) : 0;
  if ((set & 3) === 0) return jhashWords(ports, 0, 0, length, seed);
  const first = swap((set & 1) !== 0 ? packet.src : packet.dst);
  if ((set & 3) === 3) return jhashWords(first, swap(packet.dst), ports, length, seed);
  return jhashWords(first, ports, 0, length, seed);
}

/** The key itself, for explanations and tests; `pccHash` does not build it. */
export function pccKey(kind: PccKind, packet: PccPacket, layout: PccLayout): Uint8Array {
  const set = bits[kind];
  const key: number[] = [];
  if ((set & 1) !== 0) key.push(...octets(packet.src, 4));
  if ((set & 2) !== 0) key.push(...octets(packet.dst, 4));
  if (carriesPorts(packet.protocol)) {
    if ((set & 4) !== 0) key.push(...octets(packet.srcPort, 2));
    if ((set & 8) !== 0) key.push(...octets(packet.dstPort, 2));
  }
  const padded = new Uint8Array(keyLength(kind, packet.protocol, layout));
  padded.set(key);
  return padded;
}

/** The port bytes as a little-endian word: one port leaves two zero bytes behind it. */
function portWord(set: number, packet: PccPacket): number {
  const first = swap16((set & 4) !== 0 ? packet.srcPort : packet.dstPort);
  return (set & 12) === 12 ? first | (swap16(packet.dstPort) << 16) : first;
}

const swap16 = (port: number): number => ((port & 255) << 8) | (port >>> 8);

const swap = (word: number): number =>
  (word << 24) | ((word & 0xff00) << 8) | ((word >>> 8) & 0xff00) | (word >>> 24);

function octets(value: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => (value >>> (8 * (count - 1 - i))) & 255);
}
