import type { Socket } from 'node:dgram';
import type { Ipv4 } from '../../net/index.ts';
import { allowPing, icmpSocket, monotonicMs, type Namespace, sleep } from '../../sys/index.ts';
import type { Sample } from './samples.ts';

/** Who is pinged from where, and how often. */
export interface PingPlan {
  readonly ns: Namespace;
  /** Taken in turn. */
  readonly targets: readonly Ipv4[];
  readonly everyMs: number;
  /** An answer that takes longer counts as lost; default 2000. */
  readonly timeoutMs?: number | undefined;
  /** Length of the ICMP message, at least 12; default 64, as ping(8) sends. */
  readonly bytes?: number | undefined;
  /** Each ping has an ICMP id of its own: a new flow for routers, which decide anew; default false. */
  readonly ownFlows?: boolean | undefined;
}

/** One ping, with whom it was for. */
export interface PingSample extends Sample {
  readonly target: Ipv4;
}

/** Pings on their way. */
export interface Pinging {
  /** Everything sent so far; the last ones may still be on their way (then null). */
  samples(): readonly PingSample[];
  /** Stops sending, waits for the last answers (not longer than the time-out) and closes the socket. */
  stop(): Promise<readonly PingSample[]>;
}

type Open = { -readonly [K in keyof PingSample]: PingSample[K] };

const echoRequest = 8;
const echoReply = 0;

/** Starts pinging (ICMP echo). All pings use one ICMP id, one flow for each target, unless each shall have its own. */
export function startPings(plan: PingPlan): Pinging {
  allowPing(plan.ns);
  const { timeoutMs = 2000, bytes = 64 } = plan;
  const sent: Open[] = [];
  let waiting = 0;
  const sockets = plan.ownFlows ? freshSockets(plan.ns, timeoutMs) : oneSocket(plan.ns);
  const onMessage = (packet: Buffer): void => {
    const sample = packet[0] === echoReply ? sent[packet.readUInt32BE(8)] : undefined;
    const rttMs = sample ? monotonicMs() - sample.atMs : 0;
    if (!sample || sample.rttMs !== null || rttMs > timeoutMs) return;
    sample.rttMs = rttMs;
    waiting--;
  };
  const stopSending = atRegularTimes(plan.everyMs, index => {
    const target = plan.targets[index % plan.targets.length];
    if (target === undefined) return;
    sent.push({ atMs: monotonicMs(), rttMs: null, target });
    waiting++;
    send(sockets.next(onMessage), index, target, bytes);
  });
  return {
    samples: () => sent,
    async stop() {
      stopSending();
      const last = (sent.at(-1)?.atMs ?? 0) + timeoutMs;
      while (waiting > 0 && monotonicMs() < last) await sleep(10);
      sockets.close();
      return sent;
    },
  };
}

/** Where pings go out. */
interface PingSockets {
  /** The socket for the next ping; what it hears goes to `onMessage`. */
  next(onMessage: (packet: Buffer) => void): Socket;
  close(): void;
}

function oneSocket(ns: Namespace): PingSockets {
  const socket = icmpSocket({ ns });
  let heard = false;
  return {
    next(onMessage) {
      if (!heard) socket.on('message', onMessage);
      heard = true;
      return socket;
    },
    close: () => socket.close(),
  };
}

/** A socket for each ping, until it can have no answer any more. */
function freshSockets(ns: Namespace, timeoutMs: number): PingSockets {
  const open = new Map<Socket, NodeJS.Timeout>();
  const end = (socket: Socket): void => {
    clearTimeout(open.get(socket));
    if (open.delete(socket)) socket.close();
  };
  return {
    next(onMessage) {
      const socket = icmpSocket({ ns });
      open.set(
        socket,
        setTimeout(() => end(socket), timeoutMs),
      );
      return socket.on('message', packet => {
        onMessage(packet);
        end(socket);
      });
    },
    close() {
      for (const socket of [...open.keys()]) end(socket);
    },
  };
}

function send(socket: Socket, index: number, target: Ipv4, bytes: number): void {
  const packet = Buffer.alloc(bytes);
  packet[0] = echoRequest;
  packet.writeUInt16BE(index & 0xffff, 6);
  packet.writeUInt32BE(index, 8);
  // A refusal (no route) is a lost ping, and it is already noted as one. ICMP has no ports; any but 0 will do.
  socket.send(packet, 1, target, () => {});
}

/** Calls `tick` at start, start + every, …: a late call is not made up for by a shorter pause that shifts the rest. */
export function atRegularTimes(everyMs: number, tick: (index: number) => void): () => void {
  const start = monotonicMs();
  let timer: NodeJS.Timeout | undefined;
  let index = 0;
  const next = (): void => {
    tick(index++);
    timer = setTimeout(next, Math.max(0, start + index * everyMs - monotonicMs()));
  };
  next();
  return () => clearTimeout(timer);
}
