import { once } from 'node:events';
import type { Server, Socket } from 'node:net';
import { type Namespace, tcpListen } from '../../sys/index.ts';
import { drop } from './drop.ts';
import { pageBytes, servicePort } from './ports.ts';

/** The services of all servers; one namespace plays every server, so each listens on 0.0.0.0. */
export interface Servers {
  /** Bytes that all `sink` connections have taken in so far. */
  swallowed(): number;
  /** Ends every connection and listener. */
  close(): Promise<void>;
}

const block = Buffer.alloc(16_384, 0x6a);
const trickleEveryMs = 500;

/** Starts all services of `servicePort` in the Internet's namespace. Throws EnvironmentError where a port is taken. */
export async function startServers(ns: Namespace): Promise<Servers> {
  let swallowed = 0;
  const listeners = [
    listen(ns, servicePort.greet, greet),
    listen(ns, servicePort.greetTls, greet),
    listen(ns, servicePort.echo, echo),
    listen(ns, servicePort.source, pour),
    listen(ns, servicePort.trickle, trickle),
    listen(ns, servicePort.page, serve),
    listen(ns, servicePort.sink, socket => {
      socket.on('data', data => {
        swallowed += data.length;
      });
    }),
  ];
  await Promise.all(listeners.map(({ server }) => once(server, 'listening')));
  return {
    swallowed: () => swallowed,
    close: async () => {
      await Promise.all(listeners.map(closeListener));
    },
  };
}

interface Listener {
  readonly server: Server;
  readonly connections: Set<Socket>;
}

function listen(ns: Namespace, port: number, serve: (socket: Socket) => void): Listener {
  const connections = new Set<Socket>();
  const server = tcpListen({ ns, port, backlog: 4096 });
  server.on('connection', socket => {
    connections.add(socket);
    socket.on('close', () => connections.delete(socket));
    socket.on('error', () => {}); // clients end by reset, and faults break connections on purpose
    serve(socket);
  });
  return { server, connections };
}

async function closeListener({ server, connections }: Listener): Promise<void> {
  for (const socket of connections) drop(socket);
  await new Promise<void>(resolve => server.close(() => resolve()));
}

function greet(socket: Socket): void {
  socket.resume();
  socket.write(`${socket.remoteAddress ?? ''}\n`);
}

function echo(socket: Socket): void {
  greet(socket);
  socket.pipe(socket);
}

function trickle(socket: Socket): void {
  greet(socket);
  const timer = setInterval(() => socket.write('.'), trickleEveryMs);
  socket.on('close', () => clearInterval(timer));
}

const page = Buffer.alloc(pageBytes, 0x6a);

function serve(socket: Socket): void {
  greet(socket);
  socket.end(page);
}

function pour(socket: Socket): void {
  socket.resume();
  const fill = (): void => {
    while (!socket.destroyed && socket.write(block)) {
      // the kernel takes more: go on until it does not
    }
  };
  socket.on('drain', fill);
  fill();
}
