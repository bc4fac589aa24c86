import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { type Agent, Agent as HttpAgent, request as httpRequest } from 'node:http';
import { connect as connectTcp, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect as connectTls } from 'node:tls';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Listener, Sources } from './listen/index.ts';
import { openSite, type Site } from './testing/site.ts';
import { ownCertificate, type TlsFiles } from './tls/certificate.ts';
import { webServer } from './web-server.ts';

// What only real sockets show: what Node's parser refuses, who hangs up, who does not read, how long a connection is open.

let site: Site;
let listener: Listener;
let tls: TlsFiles | undefined;
let port: number;

let sources: Sources;

async function listen(): Promise<void> {
  sources = new Sources();
  sources.allow([]);
  listener = new Listener(() => webServer(site.app, tls), 0, sources);
  expect(await listener.set(['127.0.0.1'])).toEqual([]);
  port = listener.port;
}

beforeEach(async () => {
  site = await openSite();
  tls = undefined;
  await listen();
});
afterEach(async () => {
  await listener.close();
  site.close();
});

const open = (): Promise<Socket> =>
  new Promise(resolve => {
    const socket = connectTcp(port, '127.0.0.1', () => resolve(socket));
    socket.on('error', () => {});
  });

/** All that comes back until the other side hangs up. */
async function say(text: string): Promise<string> {
  const socket = await open();
  socket.write(text);
  let heard = '';
  socket.on('data', part => {
    heard += String(part);
  });
  await new Promise(resolve => socket.once('close', resolve));
  return heard;
}

describe('wire: what is no request', () => {
  const close = 'Connection: close\r\n\r\n';
  it.each([
    ['no host', `GET /api/v1/status HTTP/1.1\r\n${close}`, 400],
    ['no host in HTTP/1.0', 'GET / HTTP/1.0\r\n\r\n', 400],
    ['a host that is none', `GET / HTTP/1.1\r\nHost: a b\r\n${close}`, 400],
    [
      'another host, whatever the path says',
      `GET http://localhost/ HTTP/1.1\r\nHost: evil.example\r\n${close}`,
      421,
    ],
    [
      'another host in the path, whatever the header says',
      `GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\n${close}`,
      421,
    ],
    ['no HTTP at all', '\x16\x03\x01 hello\r\n\r\n', 400],
    ['a method that is none', `FROBNICATE / HTTP/1.1\r\nHost: localhost\r\n${close}`, 400],
    [
      'headers without end',
      `GET / HTTP/1.1\r\nHost: localhost\r\nCookie: ${'a'.repeat(20_000)}\r\n${close}`,
      431,
    ],
    [
      'two lengths',
      `POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n${close}`,
      400,
    ],
    ['a path that is none', `GET /api/v1/firewall/%ff HTTP/1.1\r\nHost: localhost\r\n${close}`, 401],
  ])('%s → a problem', async (_, text, status) => {
    const heard = await say(text);
    expect(heard).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(heard).toMatch(/\r\ncontent-type: application\/problem\+json\r\n/i);
    expect(JSON.parse(heard.slice(heard.indexOf('\r\n\r\n') + 4))).toMatchObject({ status });
    expect(site.defects).toEqual([]);
  });

  it('somebody hangs up amid what he sends → no defect is written down', async () => {
    const socket = await open();
    const head = `POST /api/v1/tokens HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${site.tokenOf('admin')}\r\n`;
    socket.write(`${head}Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"name":`);
    await new Promise(resolve => setTimeout(resolve, 50));
    socket.destroy();
    const { items } = { items: () => site.parts.audit.entries() };
    while (items().length === 0) await new Promise(resolve => setTimeout(resolve, 10));
    expect(items()[0]).toMatchObject({ status: 400 });
    expect(site.defects).toEqual([]);
  });
});

describe('wire: connections', () => {
  it('a client that has as many as one may have → no more of it, and again when it hangs up', async () => {
    const all = await Promise.all(Array.from({ length: 512 }, open));
    const isOpen = async (): Promise<boolean> =>
      (await say('GET /api/v1/session HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n')) !== '';
    expect(await isOpen()).toBe(false);
    all[0]?.destroy();
    while (!(await isOpen())) await new Promise(resolve => setTimeout(resolve, 10));
    for (const one of all) one.destroy();
  });

  it('whoever came from a network that is none of a LAN any more → is hung up on; others go on', async () => {
    const socket = await open();
    const ended = new Promise(resolve => socket.once('close', resolve));
    listener.endStrangers();
    expect(await say(`GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`)).toMatch(/^HTTP/);
    expect(socket.destroyed).toBe(false);
    sources.has = () => false;
    listener.endStrangers();
    await ended;
  });

  it('no file is left for a connection, again and again → the others go on', async () => {
    // As Node tells it: an `error` of the server.
    const servers: { emit(name: string, error: Error): boolean }[] = [];
    const other = new Listener(
      () => {
        const server = webServer(site.app);
        servers.push(server);
        return server;
      },
      0,
      new Sources(),
    );
    await other.set(['127.0.0.1']);
    for (let i = 0; i < 3; i++)
      servers[0]?.emit('error', Object.assign(new Error('accept'), { code: 'EMFILE' }));
    expect(other.addresses).toEqual(['127.0.0.1']);
    await other.close();
  });

  it('a listener of the stream that does not read → his connection is closed, not only forgotten', async () => {
    const socket = await open();
    const closed = new Promise(resolve => socket.once('close', resolve));
    socket.write(
      `GET /api/v1/stream HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${site.tokenOf('read')}\r\n\r\n`,
    );
    await new Promise(resolve => socket.once('data', resolve));
    socket.pause();
    const diagnostics = [{ id: 'x', what: 'y'.repeat(200_000) }];
    while (site.parts.stream.listeners > 0) {
      site.daemon.say({ type: 'diagnostics', atMs: 1, diagnostics } as never);
      await new Promise(resolve => setTimeout(resolve, 1));
    }
    socket.resume();
    await closed;
  });
});

describe('wire: confirming', () => {
  const confirm = (agent: Agent): Promise<number> =>
    new Promise((resolve, reject) => {
      const asked = httpRequest({
        ...{ agent, port, host: '127.0.0.1', method: 'POST', path: '/api/v1/config/confirm' },
        headers: { authorization: `Bearer ${site.tokenOf('operate')}`, 'content-type': 'application/json' },
      });
      asked.on('response', answer => answer.resume().on('end', () => resolve(answer.statusCode ?? 0)));
      asked.on('error', reject).end('{}');
    });
  const ages = (): number[] =>
    site.daemon.asked.flatMap(({ type, stated }) =>
      type === 'confirm' ? [(stated as { session: { ageMs: number } }).session.ageMs] : [],
    );

  it('by a connection that a browser has kept → the gateway is told its age; by another one → that of the other', async () => {
    const kept = new HttpAgent({ keepAlive: true, maxSockets: 1 });
    await confirm(kept);
    await new Promise(resolve => setTimeout(resolve, 300));
    await confirm(kept);
    await confirm(new HttpAgent({ keepAlive: false }));
    const [first = 0, second = 0, third = 0] = ages();
    expect(second).toBeGreaterThanOrEqual(first + 300);
    expect(third).toBeLessThan(second);
    kept.destroy();
  });
});

describe('wire: certificates', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jalur-tls-'));
  const make = (name: string): TlsFiles => {
    const [key, cert] = [join(folder, `${name}.key`), join(folder, `${name}.crt`)];
    const argv = [
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:P-256',
      '-nodes',
      '-days',
      '2',
    ];
    execFileSync('openssl', [...argv, '-subj', `/CN=${name}`, '-keyout', key, '-out', cert], {
      stdio: 'ignore',
    });
    return ownCertificate(key, cert);
  };
  const nameOf = (): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const socket = connectTls({ port, host: '127.0.0.1', rejectUnauthorized: false }, () => {
        resolve(socket.getPeerCertificate().subject.CN);
        socket.destroy();
      });
      socket.on('error', reject);
    });

  it('of one’s own, and renewed → each connection gets the one that is current, without a restart', async () => {
    const [first, second] = [make('first'), make('second')];
    await listener.close();
    tls = first;
    await listen();
    expect(await nameOf()).toBe('first');
    listener.renew(second);
    expect(await nameOf()).toBe('second');
    expect(() => ownCertificate(join(folder, 'first.key'), join(folder, 'second.crt'))).toThrow(
      /The certificate cannot be used: .*mismatch/,
    );
    expect(() => ownCertificate(join(folder, 'none.key'), join(folder, 'first.crt'))).toThrow(
      /cannot be used/,
    );
    rmSync(folder, { recursive: true });
  });
});
