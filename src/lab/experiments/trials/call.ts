import { printIpv4 } from '../../../net/index.ts';
import { monotonicMs, type Namespace, sleep, tcpConnect, udpSocket } from '../../../sys/index.ts';
import type { Packet } from '../../../walk/index.ts';
import { drop, RawSender, wireOf } from '../../traffic/index.ts';

/**
 * Begins the conversation of a packet from its own address and port; the function that it returns ends it. TCP and UDP
 * by a socket, which goes on as the other end lets it; everything else by the one packet.
 */
export function call(ns: Namespace, packet: Packet): () => void {
  const { src, dst, srcPort, dstPort, protocol } = packet;
  const [own, other] = [printIpv4(src), printIpv4(dst)];
  if (protocol === 6) {
    const socket = tcpConnect({
      ns,
      address: other,
      port: dstPort,
      localAddress: own,
      localPort: srcPort,
    });
    socket.on('error', () => {}); // refused or timed out: nothing is seen at the other end
    return () => drop(socket);
  }
  if (protocol === 17) {
    const socket = udpSocket({ ns, address: own, port: srcPort });
    socket.send('jalur', dstPort, other, () => {}); // a refusal (no route) means that nothing is seen
    return () => socket.close();
  }
  throwPacket(ns, packet, 1);
  return () => {};
}

/** Sends one packet as it is, with this IP id; by `device` where one is named, else as its source, an address of the machine, is routed. */
export function throwPacket(ns: Namespace, packet: Packet, id: number, device?: string): void {
  const sender = new RawSender(ns, device, device === undefined ? packet.src : undefined);
  try {
    sender.send(wireOf(packet, id), packet.dst);
  } finally {
    sender.close();
  }
}

/** Waits until `isOver`, at most `limitMs`. TCP sends its SYN again after 1 s. */
export async function waitFor(isOver: () => boolean, limitMs = 1500): Promise<void> {
  const until = monotonicMs() + limitMs;
  while (monotonicMs() < until && !isOver()) await sleep(20);
}
