import { icmpSocket, monotonicMs } from '../sys/index.ts';
import type { Link, LinkOptions, RoutedOptions } from './link.ts';

/** An ICMP echo request (RFC 792): type 8, sequence at byte 6; the kernel fills checksum and identifier in. */
export function echoRequest(sequence: number, bytes = 40): Uint8Array {
  const packet = Buffer.alloc(bytes);
  packet[0] = 8;
  packet.writeUInt16BE(sequence & 0xffff, 6);
  return packet;
}

/** Sequence of an echo reply; undefined for any other message. */
export function echoReply(packet: Buffer): number | undefined {
  return packet.length >= 8 && packet[0] === 0 ? packet.readUInt16BE(6) : undefined;
}

interface Pending {
  readonly address: string;
  readonly sentMs: number;
  readonly answered: (rttMs: number) => void;
}

/**
 * Pings out of one interface: marked, so that the firewall leaves the probes alone
 * (docs/lab-notes.md#probes-and-connection-marks), and bound to the device, so that they never take another way.
 * `allowPing` first.
 */
export const echoLink = ({ ns, device, mark }: LinkOptions, bytes?: number): Link =>
  pinging({ ns, device, mark }, bytes);

/** Pings that follow ordinary routing. */
export const routedEchoLink = ({ ns, source }: RoutedOptions): Link => pinging({ ns, address: source });

function pinging(place: Parameters<typeof icmpSocket>[0], bytes?: number): Link {
  const socket = icmpSocket(place);
  const pending = new Map<number, Pending>();
  let sequence = 0;
  socket.on('message', (packet, { address }) => {
    const nowMs = monotonicMs();
    const number = echoReply(packet);
    const found = number === undefined ? undefined : pending.get(number);
    if (number === undefined || found?.address !== address) return;
    pending.delete(number);
    found.answered(nowMs - found.sentMs);
  });
  return {
    send(address, answered) {
      sequence = (sequence + 1) & 0xffff;
      pending.delete(sequence);
      pending.set(sequence, { address, sentMs: monotonicMs(), answered });
      // The number of probes in flight is bounded by the checks; this many are long lost.
      if (pending.size > 1000) pending.delete(pending.keys().next().value ?? 0);
      // No route, link down: no answer will come, which is what the check has to see.
      socket.send(echoRequest(sequence, bytes), 1, address, () => {});
    },
    close: () => void socket.close(),
  };
}
