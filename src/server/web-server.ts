import { createServer as createHttp, type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import { createServer as createHttps } from 'node:https';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import { monotonicMs } from '../sys/index.ts';
import type { Connection } from './connection.ts';
import { usualHeaders } from './guard/index.ts';
import { ApiProblem, problemBody, problemResponse } from './problem.ts';
import type { TlsFiles } from './tls/certificate.ts';

interface Served {
  fetch(request: Request, env: { readonly connection: Connection }): Response | Promise<Response>;
}

/** Longer than a stream beats, and than the gateway is waited for. */
const stillMs = 90_000;

const notUnderstood = new ApiProblem(
  400,
  'web/bad-request',
  'The request is no HTTP that is understood here.',
  'Name a host and a path as RFC 9112 has them.',
);

/** What Node's parser refuses, by the code of its error. */
const refusals: Readonly<Record<string, ApiProblem>> = {
  HPE_HEADER_OVERFLOW: new ApiProblem(
    431,
    'web/too-long',
    'The headers have more than 16 KB.',
    'Send fewer cookies or shorter headers.',
  ),
  ERR_HTTP_REQUEST_TIMEOUT: new ApiProblem(
    408,
    'web/too-slow',
    'The request took too long to come.',
    'Send it at once.',
  ),
};

/** What is no request never gets to the app, and is answered as problems are. */
function refuse({ code = '' }: NodeJS.ErrnoException, socket: Duplex): void {
  if (code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const problem = refusals[code] ?? notUnderstood;
  const body = JSON.stringify(problemBody(problem));
  const headers = {
    ...usualHeaders,
    ...{ 'content-type': 'application/problem+json', 'cache-control': 'no-store', connection: 'close' },
    'content-length': `${Buffer.byteLength(body)}`,
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}\r\n${lines.join('')}\r\n${body}`);
}

const openedAt = new WeakMap<Socket, number>();

function connectionOf({ socket }: IncomingMessage): Connection {
  const { remoteAddress = '', localAddress = '' } = socket;
  const from = remoteAddress.replace(/^::ffff:/i, '');
  const connectedForMs = monotonicMs() - (openedAt.get(socket) ?? 0);
  return { from, localAddress, connectedForMs, hangUp: () => void socket.destroy() };
}

/** A server that does not listen yet. Slow clients are cut off, except those that hear the stream. */
export function webServer(app: Served, tls?: TlsFiles): Server {
  const listener = getRequestListener(
    (request, env) => {
      const { incoming } = env as { readonly incoming: IncomingMessage };
      return app.fetch(request, { connection: connectionOf(incoming) });
    },
    { errorHandler: () => problemResponse(notUnderstood, usualHeaders) },
  );
  const options = {
    // That is said by ourselves, as a problem.
    requireHostHeader: false,
    maxHeaderSize: 16 << 10,
    headersTimeout: 10_000,
    requestTimeout: 30_000,
    keepAliveTimeout: 15_000,
  };
  const server = tls
    ? createHttps({ ...options, ...tls, minVersion: 'TLSv1.2' }, listener)
    : createHttp(options, listener);
  // Of a connection on which nothing moves: who does not read his answer does not keep it here.
  server.timeout = stillMs;
  server.on('clientError', refuse);
  server.on(tls ? 'secureConnection' : 'connection', (socket: Socket) => openedAt.set(socket, monotonicMs()));
  return server;
}
