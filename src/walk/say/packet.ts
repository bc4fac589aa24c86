import { carriesPorts, printIpv4, protocolName } from '../../net/index.ts';

import type { Packet } from '../packet.ts';

/** `tcp 192.168.0.10:40000 → 8.8.8.8:443, in by ether4`. */
export function packetText(packet: Packet): string {
  const { src, dst, protocol, srcPort, dstPort } = packet;
  const ports = carriesPorts(protocol);
  const from = ports ? `${printIpv4(src)}:${srcPort}` : printIpv4(src);
  const to = ports ? `${printIpv4(dst)}:${dstPort}` : printIpv4(dst);
  const place = packet.in === undefined ? 'made by the router' : `in by ${packet.in}`;
  return `${protocolName(protocol)} ${from} → ${to}, ${place}`;
}
