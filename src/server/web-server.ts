import { createServer as createHttp, type IncomingMessage, type Server } from 'node:http';
import { createServer as createHttps } from 'node:https';
import type { Socket } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { monotonicMs } from '../sys/index.ts';
import type { Connection } from './connection.ts';

interface Served {
  fetch(request: Request, env: { readonly connection: Connection }): Response | Promise<Response>;
}

export interface TlsFiles {
  readonly key: string;
  readonly cert: string;
}

/** All connections together, so that nobody takes all files that this process may open. */
const mostConnections = 1024;

const openedAt = new WeakMap<Socket, number>();

function connectionOf({ socket }: IncomingMessage): Connection {
  const { remoteAddress = '', localAddress = '' } = socket;
  const from = remoteAddress.replace(/^::ffff:/i, '');
  return { from, localAddress, connectedForMs: monotonicMs() - (openedAt.get(socket) ?? 0) };
}

/** A server that does not listen yet. Slow clients are cut off, except those that hear the stream. */
export function webServer(app: Served, tls?: TlsFiles): Server {
  const listener = getRequestListener((request, env) => {
    const { incoming } = env as { readonly incoming: IncomingMessage };
    return app.fetch(request, { connection: connectionOf(incoming) });
  });
  const options = {
    maxHeaderSize: 16 << 10,
    headersTimeout: 10_000,
    requestTimeout: 30_000,
    keepAliveTimeout: 15_000,
  };
  const server = tls
    ? createHttps({ ...options, ...tls, minVersion: 'TLSv1.2' }, listener)
    : createHttp(options, listener);
  server.maxConnections = mostConnections;
  server.on(tls ? 'secureConnection' : 'connection', (socket: Socket) => openedAt.set(socket, monotonicMs()));
  return server;
}
