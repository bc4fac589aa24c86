import type { Socket } from 'node:net';
import type { Ipv4 } from '../../net/index.ts';
import { monotonicMs, type Namespace, run, tcpConnect, tcpListen, udpSocket } from '../../sys/index.ts';
import type { GatewayBench } from './bench.ts';

/** A TCP connection from the LAN to a server that stands at the same address behind every ISP. */
export interface Conversation {
  readonly server: Ipv4;
  /** Which ISP it came in by; undefined until it is open. */
  readonly isp: number | undefined;
  /** Why it ended; undefined while it lives. */
  readonly ended: string | undefined;
  /** Times that its client heard from the server. */
  readonly heard: number;
  /** Has the server say something. */
  fromServer(): void;
  /** Has the client say something, which the server answers. */
  fromClient(): void;
}

/** A LAN with one client, and servers behind every ISP. */
export interface Town {
  open(server: Ipv4): Promise<Conversation>;
  /**
   * Sends UDP by one socket, a datagram each 20 ms or as often as it is said, on average; `isNew`: each by a socket of its own,
   * which makes it a connection of its own.
   */
  stream(server: Ipv4, everyMs?: number, isNew?: boolean): Stream;
  close(): void;
}

export interface Stream {
  /** Datagrams that came in by each ISP. */
  readonly arrived: readonly number[];
  readonly sent: number;
  /** Sends nothing more; what is under way still arrives. */
  pause(): void;
  stop(): void;
}

const port = 4000;
const mostAtOnce = 20;
const client: Ipv4 = '192.168.0.50';

export const servers: readonly Ipv4[] = Array.from({ length: 20 }, (_, i): Ipv4 => `203.0.113.${i + 1}`);

export function openTown({ lan, isps }: GatewayBench): Town {
  run(['ip', 'addr', 'add', `${client}/24`, 'dev', 'eth0'], { ns: lan });
  run(['ip', 'route', 'add', 'default', 'via', '192.168.0.1'], { ns: lan });
  const accepted = new Map<number, { readonly isp: number; readonly socket: Socket }>();
  const sockets = new Set<Socket>();
  const flowing = new Set<Stream>();
  const listening = isps.map((ns, isp) => {
    for (const address of servers) run(['ip', 'addr', 'add', `${address}/32`, 'dev', 'lo'], { ns });
    const server = tcpListen({ ns, port });
    server.on('connection', socket => {
      sockets.add(socket);
      socket.on('error', () => {});
      // The client's own port comes first: masquerading may change it.
      socket.on('data', data => {
        const own = Number(data.toString().split('\n')[0]);
        if (!accepted.has(own)) accepted.set(own, { isp, socket });
        socket.write('.');
      });
    });
    return server;
  });
  let next = 20_000;
  let streams = 0;
  return {
    open: address => {
      next += 1;
      return conversation(lan, address, next, accepted, sockets);
    },
    stream(address, everyMs = 20, isNew = false) {
      const arrived = isps.map(() => 0);
      streams += 1;
      const to = port + streams;
      const ends = isps.map((ns, isp) => {
        const end = udpSocket({ ns, port: to });
        end.on('message', () => {
          arrived[isp] = (arrived[isp] ?? 0) + 1;
        });
        return end;
      });
      const open = () => udpSocket({ ns: lan, address: client });
      const senders = isNew ? [] : [open()];
      const send = (): void => {
        const [one = open()] = senders;
        one.send('.', to, address, () => isNew && one.close());
      };
      let sent = 0;
      const startedMs = monotonicMs();
      // A busy machine is late: what was missed follows, not all at once.
      const timer = setInterval(() => {
        const due = Math.min(sent + mostAtOnce, Math.ceil((monotonicMs() - startedMs) / everyMs));
        for (; sent < due; sent++) send();
      }, everyMs);
      const stream: Stream = {
        arrived,
        get sent() {
          return sent;
        },
        pause: () => clearInterval(timer),
        stop() {
          clearInterval(timer);
          if (flowing.delete(stream)) for (const socket of [...senders, ...ends]) socket.close();
        },
      };
      flowing.add(stream);
      return stream;
    },
    close() {
      // A test that failed has not stopped its own.
      for (const stream of flowing) stream.stop();
      for (const socket of sockets) socket.destroy();
      for (const server of listening) server.close();
    },
  };
}

function conversation(
  ns: Namespace,
  server: Ipv4,
  localPort: number,
  accepted: ReadonlyMap<number, { readonly isp: number; readonly socket: Socket }>,
  sockets: Set<Socket>,
): Promise<Conversation> {
  const socket = tcpConnect({ ns, address: server, port, localPort, localAddress: client });
  sockets.add(socket);
  let ended: string | undefined;
  let heard = 0;
  socket.on('error', error => {
    ended ??= (error as NodeJS.ErrnoException).code ?? error.message;
  });
  const speak = (): void => void socket.write(`${localPort}\n`);
  const result: Conversation = {
    server,
    get isp() {
      return accepted.get(localPort)?.isp;
    },
    get ended() {
      return ended;
    },
    get heard() {
      return heard;
    },
    fromServer: () => void accepted.get(localPort)?.socket.write('.'),
    fromClient: speak,
  };
  return new Promise((resolve, reject) => {
    socket.on('data', () => {
      heard += 1;
      resolve(result);
    });
    socket.once('error', reject);
    socket.on('connect', speak);
  });
}
