import { type Ipv4, ipv4ToNumber } from '../../net/index.ts';
import { flag, libc, type Namespace, openSocket, sendTo, sockaddr } from '../../sys/index.ts';

/** Both ends of a TCP connection as its client sees them. */
export interface Ends {
  readonly client: Ipv4;
  readonly clientPort: number;
  readonly server: Ipv4;
  readonly serverPort: number;
}

/** Sends clients a SYN that comes as if from their server. */
export interface Poker {
  poke(ends: Ends): void;
  close(): void;
}

/** IPPROTO_RAW (raw(7)): the whole IP header is ours. */
const rawProtocol = 255;
const tcp = 6;
const synAck = 0x12;

/**
 * A raw socket in a namespace; what it sends carries `mark`. Throws EnvironmentError. A poke that is not taken (no route to
 * the client) is lost: the connection then ends when the client speaks by itself.
 */
export function openPoker(mark: number, ns?: Namespace): Poker {
  const fd = openSocket(flag.SOCK_RAW, rawProtocol, { ns, mark });
  return {
    poke(ends) {
      const bytes = synAckOf(ends);
      sendTo(fd, bytes, bytes.length, sockaddr({ address: ends.client }));
    },
    close: () => void libc.close(fd),
  };
}

/**
 * A SYN/ACK within an open connection (RFC 9293, RFC 5961 section 4): whoever gets it answers with an ACK of where the
 * connection really stands, and changes nothing.
 */
export function synAckOf({ client, clientPort, server, serverPort }: Ends): Buffer {
  const bytes = Buffer.alloc(40);
  bytes[0] = 0x45;
  bytes.writeUInt16BE(bytes.length, 2);
  bytes[8] = 64;
  bytes[9] = tcp;
  bytes.writeUInt32BE(ipv4ToNumber(server), 12);
  bytes.writeUInt32BE(ipv4ToNumber(client), 16);
  bytes.writeUInt16BE(sum(bytes.subarray(0, 20)), 10);
  bytes.writeUInt16BE(serverPort, 20);
  bytes.writeUInt16BE(clientPort, 22);
  bytes[32] = 5 << 4;
  bytes[33] = synAck;
  bytes.writeUInt16BE(1024, 34);
  // The pseudo header: both addresses, protocol, length.
  const pseudo = Buffer.concat([bytes.subarray(12, 20), Buffer.from([0, tcp, 0, 20])]);
  bytes.writeUInt16BE(sum(Buffer.concat([pseudo, bytes.subarray(20)])), 36);
  return bytes;
}

/** The Internet checksum (RFC 1071) of an even number of bytes. */
function sum(bytes: Buffer): number {
  let total = 0;
  for (let at = 0; at < bytes.length; at += 2) total += bytes.readUInt16BE(at);
  while (total > 0xffff) total = (total & 0xffff) + (total >>> 16);
  return ~total & 0xffff;
}
