/** Conversations as they are walked, made by hand: judging them needs no router. */
import { type Ipv4, ipv4ToNumber } from '../../net/index.ts';
import {
  type Ending,
  makePacket,
  type Packet,
  type PacketParts,
  type Prepared,
  type Step,
  type Trace,
} from '../../walk/index.ts';
import type { Violation } from '../search/search.ts';

/** A host of the LAN ether2, and one of the Internet. */
export const [host, peer] = ['192.168.0.2', '1.0.0.1'] as const;

/** A packet from the LAN to the Internet; what is said replaces it. */
export const fromLan = (parts: Partial<PacketParts> = {}): Packet =>
  makePacket({ in: 'ether2', src: host, dst: peer, srcPort: 40_000, dstPort: 443, ...parts });

/** A packet from the Internet to the router. */
export const fromWan = (parts: Partial<PacketParts> = {}): Packet =>
  makePacket({ in: 'ether1', src: peer, dst: '10.0.0.2', srcPort: 40_000, dstPort: 443, ...parts });

/** What became of a packet. */
export const ended = (packet: Packet, ending: Ending, steps: readonly Step[] = []): Trace => ({
  packet,
  steps,
  ending,
});

interface Way {
  readonly src?: Ipv4;
  readonly dst?: Ipv4;
}

const wayOf = (out: string, src: Ipv4, dst: Ipv4) => ({
  out,
  src: { address: ipv4ToNumber(src), port: 0 },
  dst: { address: ipv4ToNumber(dst), port: 0 },
});

/** It left by the WAN ether1 with the router's address, to the Internet. */
export const byWan = ({ src = '10.0.0.2', dst = peer }: Way = {}, out = 'ether1'): Ending => ({
  kind: 'forwarded',
  ...wayOf(out, src, dst),
  wan: true,
  translated: true,
});

/** It left to the LAN ether2, from the Internet. */
export const byLan = ({ src = peer, dst = host }: Way = {}, out = 'ether2'): Ending => ({
  kind: 'forwarded',
  ...wayOf(out, src, dst),
  wan: false,
  translated: false,
});

/** It left by a WAN as it should not. */
export const badly = (kind: 'looped' | 'leaked', { src = host, dst = peer }: Way = {}): Ending => ({
  kind,
  ...wayOf('ether1', src, dst),
});

/** A leak as a search gives it; what is said replaces it. */
export function leakIn(prepared: Prepared, parts: Partial<Violation> = {}): Violation {
  const trace = ended(fromLan(), badly('leaked'));
  return {
    invariant: 'nothing-leaks',
    verdict: 'violated',
    points: [],
    breach: { kind: 'packet' },
    packetClasses: 1,
    packet: trace.packet,
    trace,
    seed: 0,
    prepared,
    ...parts,
  };
}
