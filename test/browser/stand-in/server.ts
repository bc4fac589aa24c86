import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { operations } from '../../../src/server/routes/index.ts';
import { answers } from './answers.ts';
import type { Scene } from './scene.ts';

// Answers the pages with data that is made up and has the shapes of the API's document, for tests of layout and keys. It
// sends the policy that the pages must work under. What a real gateway does is tested with a real one.

export const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; worker-src 'self'";

const pages = fileURLToPath(new URL('../../../dist/web', import.meta.url));
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

export interface StandIn {
  readonly url: string;
  readonly scene: Scene;
  /** Ends every stream, and gives no new one until it is told to. */
  readonly cut: (isCut: boolean) => void;
  readonly send: (event: string, data: unknown) => void;
  readonly close: () => Promise<void>;
}

export async function standIn(scene: Scene): Promise<StandIn> {
  const streams = new Set<ServerResponse>();
  let isCut = false;
  const send = (event: string, data: unknown): void => {
    for (const stream of streams) stream.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  const server = createServer((request, response) => {
    void answer(request, response).catch((error: unknown) => {
      response.writeHead(500, { 'content-type': 'application/problem+json' });
      response.end(JSON.stringify({ title: 'stand-in', detail: String(error), status: 500 }));
    });
  });
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://stand-in');
    if (!url.pathname.startsWith('/api/v1')) return page(url.pathname, response);
    if (url.pathname === '/api/v1/stream' && scene.signedIn) return stream(response);
    const { status, body } = apiAnswer(request.method ?? 'GET', url, scene, await bodyOf(request));
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  }
  function stream(response: ServerResponse): void {
    if (isCut) {
      response.destroy();
      return;
    }
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    streams.add(response);
    response.on('close', () => streams.delete(response));
    response.write(`event: status\ndata: ${JSON.stringify({ status: scene.status, wans: scene.wans })}\n\n`);
  }
  let tick = 0;
  const ticking = setInterval(() => send('rates', scene.rates(tick++)), scene.everyMs);
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    scene,
    send,
    cut: next => {
      isCut = next;
      if (next) for (const one of streams) one.destroy();
    },
    close: () => closed(server, ticking),
  };
}

function closed(server: Server, ticking: NodeJS.Timeout): Promise<void> {
  clearInterval(ticking);
  server.closeAllConnections();
  return new Promise(done => server.close(() => done()));
}

async function page(path: string, response: ServerResponse): Promise<void> {
  const file = extname(path) === '' ? '/index.html' : normalize(path);
  const content = await readFile(join(pages, file));
  response.writeHead(200, {
    'content-type': types[extname(file)] ?? 'application/octet-stream',
    'content-security-policy': policy,
  });
  response.end(content);
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString();
  return text === '' ? undefined : JSON.parse(text);
}

/** What the API's schemas say of an answer is held here: data that is not like it is an error of the test. */
function apiAnswer(method: string, url: URL, scene: Scene, body: unknown): { status: number; body: unknown } {
  const path = url.pathname.slice('/api/v1'.length);
  for (const [id, operation] of Object.entries(operations)) {
    const parameters = matched(operation.path, path);
    if (operation.method !== method.toLowerCase() || !parameters) continue;
    if (operation.needs !== 'none' && !scene.signedIn) return refused(401, 'Nobody is signed in.');
    if (ranks.indexOf(operation.needs) > ranks.indexOf(scene.scope))
      return refused(403, `This needs the scope ${operation.needs}.`);
    const make = answers[id as keyof typeof answers];
    if (!make) return refused(404, `${id} is not part of this stand-in.`);
    const said = make({ scene, query: url.searchParams, parameters, body });
    const made = operation.path === '/session' ? said : (scene.over?.(said) ?? said);
    if ('refused' in made) return refused(made.status, made.refused, made.do);
    return {
      status: ('status' in operation && operation.status) || 200,
      body: operation.reply.parse(made.answer),
    };
  }
  return refused(404, `${method} ${path} is not part of the API.`);
}

const ranks = ['none', 'read', 'operate', 'admin'];

const refused = (status: number, detail: string, todo = 'Nothing.') => ({
  status,
  body: {
    type: 'urn:jalur:problem:stand-in',
    title: 'Refused',
    status,
    code: 'stand-in',
    detail,
    do: todo,
  },
});

function matched(pattern: string, path: string): Readonly<Record<string, string>> | undefined {
  const expression = new RegExp(`^${pattern.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);
  const found = expression.exec(path);
  return found ? { ...found.groups } : undefined;
}
