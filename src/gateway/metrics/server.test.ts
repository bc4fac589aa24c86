import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { EnvironmentError } from '../../sys/index.ts';
import { type MetricsServer, openMetricsServer } from './server.ts';

let server: MetricsServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

// Port 0: any that is free.
async function open(): Promise<MetricsServer> {
  server = await openMetricsServer({ host: '127.0.0.1', port: 0 });
  server.serve(async () => 'jalur_forwarding 1\n', 'text/plain; version=0.0.4');
  return server;
}

/** What a client reads that sends these bytes; some do not end their line. */
async function say(text: string): Promise<string> {
  const { address } = await open();
  const socket = connect(address.port, address.host);
  socket.on('error', () => {});
  await once(socket, 'connect');
  let heard = '';
  socket.on('data', bytes => {
    heard += bytes;
  });
  socket.write(text);
  await once(socket, 'close');
  return heard;
}

const ask = (first: string, ...headers: readonly string[]): Promise<string> =>
  say(`${[first, ...headers, 'Connection: close'].join('\r\n')}\r\n\r\n`);
const host = 'Host: 127.0.0.1:9469';

describe('metrics server', () => {
  it.each(['127.0.0.1:9469', 'localhost:9469', '[::1]:9469', '192.168.88.1'])(
    'asked as %s → figures',
    async name => {
      const reply = await ask('GET /metrics HTTP/1.1', `Host: ${name}`);
      expect(reply).toMatch(/^HTTP\/1.1 200 /);
      expect(reply).toContain('version=0.0.4');
      expect(reply).toMatch(/jalur_forwarding 1\n$/);
    },
  );

  it('HEAD → the head alone', async () => {
    const reply = await ask('HEAD /metrics HTTP/1.1', host);
    expect(reply).toMatch(/^HTTP\/1.1 200 /);
    expect(reply).not.toContain('jalur_forwarding');
  });

  it.each([
    ['a name that is not ours', 421, 'GET /metrics HTTP/1.1', ['Host: evil.example']],
    ['POST', 405, 'POST /metrics HTTP/1.1', [host]],
    ['DELETE', 405, 'DELETE /metrics HTTP/1.1', [host]],
    ['a body', 413, 'GET /metrics HTTP/1.1', [host, 'Content-Length: 5']],
    ['another page', 404, 'GET /etc/passwd HTTP/1.1', [host]],
    ['no HTTP', 400, 'jalur', []],
    ['a long header', 431, 'GET /metrics HTTP/1.1', [host, `X: ${'x'.repeat(20_000)}`]],
  ] as const)('%s → %d', async (_, status, first, headers) => {
    expect(await ask(first, ...headers)).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  });

  it('asked before the gateway runs → 503', async () => {
    server = await openMetricsServer({ host: '127.0.0.1', port: 0 });
    const reply = await fetch(`http://127.0.0.1:${server.address.port}/metrics`);
    expect(reply.status).toBe(503);
  });

  it('the machine refuses a figure → 500 with what it said; the server goes on', async () => {
    const { address, serve } = await open();
    serve(async () => {
      throw new EnvironmentError('KERNEL_REFUSED', 'The kernel says no.', 'Ask again.');
    }, 'text/plain');
    const reply = await fetch(`http://127.0.0.1:${address.port}/metrics`);
    expect([reply.status, await reply.text()]).toEqual([500, 'The kernel says no.\n']);
  });

  it('its port is taken → an error that says what to do', async () => {
    const { address } = await open();
    await expect(openMetricsServer(address)).rejects.toMatchObject({
      next: expect.stringContaining('--metrics'),
    });
  });
});
