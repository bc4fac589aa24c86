import { chmodSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import type { Duplex } from 'node:stream';
import { EnvironmentError } from '../../sys/index.ts';
import { type ControlConnection, serveConnection } from './connection.ts';
import type { ControlTarget } from './protocol.ts';

/** The way in: clients that connect to the socket, and connections that were handed over. */
export interface ControlServer {
  /** Serves clients on a socket that only our own user may open. Throws EnvironmentError where a gateway has it. */
  listen(path: string): Promise<void>;
  /** Serves a connection that exists; it hears events from the start. Resolves when the other end is gone. */
  attach(stream: Duplex): Promise<void>;
  /** Lets answers under way out, hangs up, and removes the socket. */
  close(): Promise<void>;
}

export function controlServer(target: ControlTarget): ControlServer {
  const connections = new Set<ControlConnection>();
  let server: Server | undefined;
  const serve = (stream: Duplex, subscribed: boolean): Promise<void> => {
    const connection = serveConnection(stream, target, { subscribed });
    connections.add(connection);
    return connection.closed.finally(() => connections.delete(connection));
  };
  return {
    async listen(path) {
      await removeStale(path);
      server = await listening(path, stream => void serve(stream, false));
    },
    attach: stream => serve(stream, true),
    async close() {
      server?.close();
      await Promise.all([...connections].map(connection => connection.end()));
    },
  };
}

/** `sockaddr_un.sun_path` has 108 bytes with its end (unix(7)). */
const longestPath = 107;

function listening(path: string, onClient: (stream: Duplex) => void): Promise<Server> {
  if (Buffer.byteLength(path) > longestPath) throw tooLong(path);
  return new Promise((resolve, reject) => {
    const server = createServer(onClient);
    server.once('error', reject);
    // Nobody else may connect, not even between the making of the socket and the change of its mode.
    const before = process.umask(0o177);
    server.listen(path, () => {
      chmodSync(path, 0o600);
      resolve(server);
    });
    process.umask(before);
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
    `A gateway is running here already: it answers at ${path}.`,
    'Stop it first, or give this one a namespace and a --state folder of its own.',
  );

const tooLong = (path: string): EnvironmentError =>
  new EnvironmentError(
    'COMMAND_FAILED',
    `${path} is too long for the name of a socket (at most ${longestPath} bytes).`,
    'Choose a shorter --state folder.',
  );
