import { chmodSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import type { Duplex } from 'node:stream';
import { asGroup, EnvironmentError } from '../../sys/index.ts';
import { type ConnectionOptions, type ControlConnection, serveConnection } from './connection.ts';
import type { ControlTarget } from './protocol.ts';

/** The way in: clients that connect to the socket, and connections that were handed over. */
export interface ControlServer {
  /** Serves clients on a socket that only our own user may open. Throws EnvironmentError where a gateway has it. */
  listen(path: string): Promise<void>;
  /** The same for the process of the pages, whose group that is: it may ask for less. Throws EnvironmentError. */
  listenForPages(path: string, gid: number): Promise<void>;
  /** Serves a connection that exists; it hears events from the start. Resolves when the other end is gone. */
  attach(stream: Duplex): Promise<void>;
  /** Lets answers under way out, hangs up, and removes the socket. */
  close(): Promise<void>;
}

export function controlServer(target: ControlTarget): ControlServer {
  const connections = new Set<ControlConnection>();
  const servers: Server[] = [];
  const serve = (stream: Duplex, options: ConnectionOptions = {}): Promise<void> => {
    const connection = serveConnection(stream, target, options);
    connections.add(connection);
    return connection.closed.finally(() => connections.delete(connection));
  };
  return {
    async listen(path) {
      await removeStale(path);
      servers.push(await listening(path, stream => void serve(stream)));
    },
    async listenForPages(path, gid) {
      await removeStale(path);
      const server = await listening(path, stream => void serve(stream, { isWeb: true }), gid);
      // One is what the process of the pages needs; as many as it likes would be memory of the gateway.
      server.maxConnections = 16;
      servers.push(server);
    },
    attach: stream => serve(stream, { subscribed: true }),
    async close() {
      for (const server of servers) server.close();
      await Promise.all([...connections].map(connection => connection.end()));
    },
  };
}

/** `sockaddr_un.sun_path` has 108 bytes with its end (unix(7)). */
const longestPath = 107;

/** `gid`: a group that may connect, too. */
function listening(path: string, onClient: (stream: Duplex) => void, gid?: number): Promise<Server> {
  if (Buffer.byteLength(path) > longestPath) throw tooLong(path);
  return new Promise((resolve, reject) => {
    const server = createServer(onClient);
    server.once('error', reject);
    const mode = gid === undefined ? 0o600 : 0o660;
    // Nobody else may connect, not even between the making of the socket and the change of its mode.
    const before = process.umask(0o777 & ~mode);
    const listen = (): unknown =>
      server.listen(path, () => {
        chmodSync(path, mode);
        resolve(server);
      });
    try {
      if (gid === undefined) listen();
      else asGroup(gid, listen);
    } catch (error) {
      reject(error);
    } finally {
      process.umask(before);
    }
  });
}

/** A socket that nobody serves is what a killed gateway left. Throws EnvironmentError where somebody does. */
function removeStale(path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = connect(path);
    probe.once('connect', () => {
      probe.destroy();
      reject(running(path));
    });
    probe.once('error', () => {
      rmSync(path, { force: true });
      resolve();
    });
  });
}

const running = (path: string): EnvironmentError =>
  new EnvironmentError(
    'ALREADY_RUNNING',
    {
      en: `A gateway is running here already: it answers at ${path}.`,
      id: `Sudah ada gateway yang berjalan di sini: ia menjawab di ${path}.`,
    },
    {
      en: 'Stop it first, or give this one a namespace and a --state folder of its own.',
      id: 'Hentikan dulu, atau beri yang ini namespace dan folder --state sendiri.',
    },
  );

const tooLong = (path: string): EnvironmentError =>
  new EnvironmentError(
    'COMMAND_FAILED',
    {
      en: `${path} is too long for the name of a socket (at most ${longestPath} bytes).`,
      id: `${path} terlalu panjang untuk nama socket (paling banyak ${longestPath} byte).`,
    },
    { en: 'Choose a shorter --state folder.', id: 'Pilih folder --state yang lebih pendek.' },
  );
