import { carriesPorts, printIpv4 } from '../../net/index.ts';

import { bindSocket, flag, libc, type Namespace, openSocket, sockaddr } from '../../sys/index.ts';
import type { Packet } from '../../walk/index.ts';

/** IPPROTO_RAW (raw(7)): the whole IP header is ours. */
const rawProtocol = 255;

/** A packet as bytes (RFC 791, 9293, 768, 792), checksums right. `id` goes into the IP header. */
export function wireOf(packet: Packet, id: number, ttl = packet.ttl): Buffer {
  const body = bodyOf(packet);
  const header = Buffer.alloc(20);
  header[0] = 0x45;
  header[1] = packet.dscp << 2;
  header.writeUInt16BE(20 + body.length, 2);
  header.writeUInt16BE(id, 4);
  header[8] = ttl;
  header[9] = packet.protocol;
  header.writeUInt32BE(packet.src, 12);
  header.writeUInt32BE(packet.dst, 16);
  header.writeUInt16BE(checksum(header), 10);
  return Buffer.concat([header, body]);
}

function bodyOf(packet: Packet): Buffer {
  const room = Math.max(0, packet.size - 20);
  if (packet.protocol === 6) return tcpOf(packet, room);
  if (packet.protocol === 1) return icmpOf(packet, room);
  const body = Buffer.alloc(Math.max(8, room));
  if (!carriesPorts(packet.protocol)) return body;
  body.writeUInt16BE(packet.srcPort, 0);
  body.writeUInt16BE(packet.dstPort, 2);
  // UDP: a checksum of 0 means that there is none.
  body.writeUInt16BE(body.length, 4);
  return body;
}

function tcpOf(packet: Packet, room: number): Buffer {
  const body = Buffer.alloc(Math.max(20, room));
  body.writeUInt16BE(packet.srcPort, 0);
  body.writeUInt16BE(packet.dstPort, 2);
  body[12] = 0x50;
  body[13] = packet.tcpFlags;
  body.writeUInt16BE(0xffff, 14);
  const pseudo = Buffer.alloc(12);
  pseudo.writeUInt32BE(packet.src, 0);
  pseudo.writeUInt32BE(packet.dst, 4);
  pseudo[9] = 6;
  pseudo.writeUInt16BE(body.length, 10);
  body.writeUInt16BE(checksum(Buffer.concat([pseudo, body])), 16);
  return body;
}

function icmpOf(packet: Packet, room: number): Buffer {
  const quoted = packet.quotes
    ? wireOf(packet.quotes, 1).subarray(0, 28)
    : Buffer.alloc(Math.max(0, room - 8));
  const body = Buffer.concat([Buffer.alloc(8), quoted]);
  body[0] = packet.icmpType;
  body[1] = packet.icmpCode;
  if (!packet.quotes) body.writeUInt16BE(packet.icmpId, 4);
  body.writeUInt16BE(checksum(body), 2);
  return body;
}

/** RFC 1071. */
function checksum(bytes: Buffer): number {
  let sum = 0;
  for (let i = 0; i < bytes.length; i += 2) sum += (bytes[i] ?? 0) * 256 + (bytes[i + 1] ?? 0);
  while (sum > 0xffff) sum = (sum & 0xffff) + Math.floor(sum / 65_536);
  return ~sum & 0xffff;
}

/** Sends whole IP packets from a namespace, by one device where one is named. */
export class RawSender {
  readonly #fd: number;

  /** `source`: for the routing decision of what a router sends itself; the header alone does not count there. */
  constructor(ns: Namespace, device?: string, source?: number) {
    this.#fd = openSocket(flag.SOCK_RAW, rawProtocol, { ns, device });
    bindSocket(this.#fd, source === undefined ? {} : { address: printIpv4(source) });
  }

  /** False where the kernel refuses even to try (no route, for instance): the packet ended there. */
  send(bytes: Buffer, dst: number): boolean {
    const to = sockaddr({ address: printIpv4(dst), port: 0 });
    if (libc.connect(this.#fd, to, to.length) < 0) return false;
    return libc.send(this.#fd, bytes, bytes.length, flag.MSG_DONTWAIT) >= 0;
  }

  close(): void {
    libc.close(this.#fd);
  }
}
