import type { Socket as DatagramSocket } from 'node:dgram';
import { once } from 'node:events';
import type { Server, Socket } from 'node:net';
import type { Ipv4 } from '../../net/index.ts';
import { monotonicMs, type Namespace, sleep, tcpConnect, tcpListen, udpSocket } from '../../sys/index.ts';
import { drop } from './drop.ts';

/** One try to reach a port. */
export interface Attempt {
  readonly protocol: 'tcp' | 'udp';
  readonly port: number;
}

/** Whether the receiver saw it: a TCP handshake completed, or a datagram arrived. */
export interface AttemptResult extends Attempt {
  readonly seen: boolean;
}

/** From where to where; `address` is one of `to`'s, and the listeners are bound to it alone. */
export interface AttemptPath {
  readonly from: Namespace;
  readonly to: Namespace;
  readonly address: Ipv4;
}

/** TCP sends its SYN again after 1 s: two chances on a path that is quick, and an end where it is closed. */
const patienceMs = 1500;

/**
 * Listens on every port in `to` (none of them may be taken), really tries each from `from`, and reports what the
 * receiver saw.
 */
export async function tryPorts(path: AttemptPath, attempts: readonly Attempt[]): Promise<AttemptResult[]> {
  const listeners = attempts.map(attempt => listenFor(path, attempt));
  try {
    await Promise.all(listeners.map(({ ready }) => ready));
    const senders = attempts.map(attempt => send(path, attempt));
    const until = monotonicMs() + patienceMs;
    while (monotonicMs() < until && !listeners.every(({ seen }) => seen())) await sleep(20);
    for (const close of senders) close();
    return attempts.map((attempt, index) => ({ ...attempt, seen: listeners[index]?.seen() ?? false }));
  } finally {
    await Promise.all(listeners.map(({ close }) => close()));
  }
}

interface Listener {
  readonly ready: Promise<unknown>;
  seen(): boolean;
  close(): Promise<void>;
}

function listenFor({ to, address }: AttemptPath, { protocol, port }: Attempt): Listener {
  const place = { ns: to, address, port };
  return protocol === 'udp' ? listenUdp(udpSocket(place)) : listenTcp(tcpListen(place));
}

function listenUdp(socket: DatagramSocket): Listener {
  let count = 0;
  socket.on('message', () => {
    count++;
  });
  return {
    ready: Promise.resolve(),
    seen: () => count > 0,
    close: async () => {
      socket.close();
    },
  };
}

function listenTcp(server: Server): Listener {
  const accepted: Socket[] = [];
  server.on('connection', socket => {
    socket.on('error', () => {}); // the attempt ends by a reset
    accepted.push(socket);
  });
  return {
    ready: once(server, 'listening'),
    seen: () => accepted.length > 0,
    close: () => {
      for (const socket of accepted) drop(socket);
      return new Promise(resolve => server.close(() => resolve()));
    },
  };
}

function send(path: AttemptPath, { protocol, port }: Attempt): () => void {
  return protocol === 'udp' ? sendDatagram(path, port) : connect(path, port);
}

function sendDatagram({ from, address }: AttemptPath, port: number): () => void {
  const socket = udpSocket({ ns: from });
  socket.send('jalur', port, address, () => {}); // a refusal (no route) means that nothing is seen
  return () => socket.close();
}

function connect({ from, address }: AttemptPath, port: number): () => void {
  const socket = tcpConnect({ ns: from, address, port });
  socket.on('error', () => {}); // refused or timed out: the receiver saw nothing
  return () => drop(socket);
}
