import { monotonicMs, udpSocket } from '../sys/index.ts';
import type { Link, LinkOptions } from './link.ts';

const dnsPort = 53;

/** A query (RFC 1035 §4.1) for the address of the root: every resolver answers it from memory, with little. */
export function dnsQuery(id: number): Uint8Array {
  const packet = Buffer.alloc(17);
  packet.writeUInt16BE(id & 0xffff, 0);
  packet.writeUInt16BE(0x0100, 2); // recursion desired
  packet.writeUInt16BE(1, 4); // one question: the root (one empty label), A, IN
  packet.writeUInt16BE(1, 13);
  packet.writeUInt16BE(1, 15);
  return packet;
}

/** Id of an answer, whatever it says: a refusal comes from a server too. Undefined for anything else. */
export function dnsAnswer(packet: Buffer): number | undefined {
  const isAnswer = packet.length >= 12 && (packet.readUInt16BE(2) & 0x8000) !== 0;
  return isAnswer ? packet.readUInt16BE(0) : undefined;
}

/** Asks name servers, out of one interface. */
export function dnsLink({ ns, device, mark }: LinkOptions): Link {
  const socket = udpSocket({ ns, device, mark });
  const pending = new Map<
    number,
    { readonly address: string; readonly sentMs: number; readonly answered: (rttMs: number) => void }
  >();
  let last = Math.floor(Math.random() * 0x10000);
  socket.on('message', (packet, { address, port }) => {
    const id = dnsAnswer(packet);
    const found = id === undefined ? undefined : pending.get(id);
    if (id === undefined || found?.address !== address || port !== dnsPort) return;
    pending.delete(id);
    found.answered(monotonicMs() - found.sentMs);
  });
  return {
    send(address, answered) {
      last = (last + 1) & 0xffff;
      pending.delete(last);
      pending.set(last, { address, sentMs: monotonicMs(), answered });
      if (pending.size > longestQueue) pending.delete(pending.keys().next().value ?? 0);
      socket.send(dnsQuery(last), dnsPort, address, () => {});
    },
    close: () => void socket.close(),
  };
}

/** Queries that are waited for; older ones are long lost. */
const longestQueue = 1000;
