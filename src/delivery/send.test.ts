import { spawnSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Channel, Written } from '../notify/index.ts';
import { retryAfter } from './http.ts';
import { send } from './send.ts';
import { type FakeServer, fakeServer } from './testing.ts';

const folder = mkdtempSync(join(tmpdir(), 'jalur-delivery-'));
chmodSync(folder, 0o755);
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string, text: string, mode = 0o600): string => {
  const path = join(folder, name);
  writeFileSync(path, text, { mode });
  return path;
};

const message: Written = {
  ...{ id: 'phone-1', title: 'office: ISP2 “down” 😀', text: 'ISP2 is down.', urgency: 'error' },
  json: { version: 1, id: 'phone-1', gateway: 'office', events: [{ event: 'line-down', line: 'ether2' }] },
};
const to = (channel: Channel) => send({ channel }, message);

let server: FakeServer;
beforeEach(async () => {
  server = await fakeServer();
});
afterEach(() => server.close());

const token = { file: file('token', '123456:AAsecretTOKEN-x_y\nsecond line\n') };

describe('telegram', () => {
  const channel = (): Channel => ({
    kind: 'telegram',
    server: server.url,
    token,
    chat: '-100123',
    thread: 7,
  });

  it('a message → sendMessage of the bot, as plain text', async () => {
    expect(await to(channel())).toMatchObject({ kind: 'delivered', said: 'HTTP 200' });
    const [asked] = server.asked;
    expect([asked?.method, asked?.path]).toEqual(['POST', '/bot123456:AAsecretTOKEN-x_y/sendMessage']);
    expect(JSON.parse(asked?.body ?? '')).toEqual({
      ...{ chat_id: -100123, text: 'office: ISP2 “down” 😀\nISP2 is down.', message_thread_id: 7 },
      link_preview_options: { is_disabled: true },
    });
  });

  it('too many requests → when to come again; whatever it says back, no token', async () => {
    server.answer(response => {
      response.statusCode = 429;
      const description = 'Too Many: 123456:AAsecretTOKEN-x_y';
      response.end(JSON.stringify({ ok: false, description, parameters: { retry_after: 9 } }));
    });
    expect(await to(channel())).toMatchObject({
      ...{ kind: 'failed', said: 'HTTP 429: Too Many: ***', retryAfterMs: 9000 },
    });
  });

  it('a very long message → cut to what Telegram takes', async () => {
    await send({ channel: channel() }, { ...message, text: '😀'.repeat(4000) });
    const { text } = JSON.parse(server.asked[0]?.body ?? '') as { text: string };
    expect([text.length <= 4096, text.endsWith('😀…')]).toEqual([true, true]);
  });
});

describe('ntfy', () => {
  it('a topic of a server in a folder → JSON to its root, with the token as a header', async () => {
    const url = `${server.url}/ntfy/kantor-9f3a`;
    expect(await to({ kind: 'ntfy', url, token })).toMatchObject({ kind: 'delivered' });
    const [asked] = server.asked;
    expect(asked?.path).toBe('/ntfy/');
    expect(asked?.headers.authorization).toBe('Bearer 123456:AAsecretTOKEN-x_y');
    expect(JSON.parse(asked?.body ?? '')).toMatchObject({
      ...{ topic: 'kantor-9f3a', title: message.title, message: message.text, priority: 4 },
    });
  });

  it('what is longer than a message may be → cut at a letter', async () => {
    await send(
      { channel: { kind: 'ntfy', url: `${server.url}/t`, priority: 5 } },
      { ...message, text: 'é'.repeat(9000) },
    );
    const body = JSON.parse(server.asked[0]?.body ?? '') as { message: string; priority: number };
    expect(body.priority).toBe(5);
    expect(Buffer.byteLength(body.message)).toBeLessThanOrEqual(4000);
    expect(body.message.endsWith('é…')).toBe(true);
  });

  it('the URL is a secret that names no topic → said without it', async () => {
    const url = { file: file('url', `${server.url}/`) };
    expect(await to({ kind: 'ntfy', url })).toMatchObject({
      kind: 'failed',
      said: 'the URL names no topic of ntfy',
    });
  });
});

describe('webhook', () => {
  it('signed → the receiver gets the same HMAC of what came', async () => {
    const secret = { file: file('hmac', 'swordfish') };
    const headers = { 'X-Site': 'office', Authorization: token };
    await to({ kind: 'webhook', url: `${server.url}/hook?x=1`, headers, secret });
    const [asked] = server.asked;
    const wanted = createHmac('sha256', 'swordfish')
      .update(asked?.body ?? '')
      .digest('hex');
    expect(asked?.path).toBe('/hook?x=1');
    expect(asked?.headers).toMatchObject({
      'x-jalur-signature-256': `sha256=${wanted}`,
      'x-jalur-delivery': 'phone-1',
      'x-site': 'office',
      authorization: '123456:AAsecretTOKEN-x_y',
    });
    expect(JSON.parse(asked?.body ?? '')).toEqual(message.json);
  });

  it.each([
    [204, 'delivered'],
    [400, 'refused'],
    [404, 'failed'],
    [500, 'failed'],
  ])('HTTP %d → %s', async (status, kind) => {
    server.answer(response => {
      response.statusCode = status;
      response.end();
    });
    expect(await to({ kind: 'webhook', url: server.url, headers: {} })).toMatchObject({ kind });
  });

  it('a redirect → not followed, as secrets would go along', async () => {
    server.answer(response => {
      response.writeHead(302, { Location: 'https://evil.example/steal?token=1' });
      response.end();
    });
    expect(await to({ kind: 'webhook', url: server.url, headers: {} })).toMatchObject({
      ...{ kind: 'failed', said: 'HTTP 302: it sends us to evil.example, which is not followed' },
    });
    expect(server.asked.length).toBe(1);
  });

  it('an answer without end → its beginning is enough', async () => {
    server.answer(response => {
      const timer = setInterval(() => response.write('x'.repeat(65_536)), 1);
      response.on('close', () => clearInterval(timer));
    });
    expect(await to({ kind: 'webhook', url: server.url, headers: {} })).toMatchObject({ kind: 'delivered' });
  });

  it('nobody listens → said with the host alone', async () => {
    const { url } = server;
    await server.close();
    const channel: Channel = { kind: 'webhook', url: `${url}/secret-path`, headers: {} };
    expect(await to(channel)).toMatchObject({ kind: 'failed', said: '127.0.0.1 refuses the connection' });
    server = await fakeServer();
  });

  it.skipIf(spawnSync('openssl', ['version']).status !== 0)(
    'a certificate that nobody has signed → refused, also where the environment would not mind (skipped without openssl)',
    async () => {
      const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
      const words = 'req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost';
      spawnSync('openssl', [...words.split(' '), '-keyout', key, '-out', certificate]);
      const options = { key: readFileSync(key), cert: readFileSync(certificate) };
      const secure = await fakeServer(listener => createServer(options, listener));
      process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
      try {
        const url = secure.url.replace('http:', 'https:');
        expect(await to({ kind: 'webhook', url, headers: {} })).toMatchObject({
          ...{ kind: 'failed', said: 'the certificate of 127.0.0.1 is signed by nobody that is known' },
        });
        expect(secure.asked).toEqual([]);
      } finally {
        delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
        await secure.close();
      }
    },
  );
});

describe('secrets', () => {
  const ask = (secret: { file: string } | { env: string }) =>
    to({ kind: 'telegram', server: server.url, token: secret, chat: '1' });

  it('a file that is not there, is empty, or holds what no header takes → said, and nothing is sent', async () => {
    const gone = join(folder, 'gone');
    expect((await ask({ file: gone })).said).toBe(
      `the secret in ${gone} cannot be read: no such file or directory`,
    );
    const empty = file('empty', '\nx\n');
    expect((await ask({ file: empty })).said).toBe(`the first line of ${empty} holds no secret`);
    const odd = file('odd', 'a\u0001b');
    expect((await ask({ file: odd })).said).toBe(`the first line of ${odd} holds letters that no secret has`);
    expect((await ask({ env: 'JALUR_NO_SUCH' })).said).toBe('the variable JALUR_NO_SUCH holds no secret');
    expect((await ask({ file: '/dev/zero' })).kind).toBe('failed');
    expect(server.asked).toEqual([]);
  });

  it('of the environment → used', async () => {
    process.env['JALUR_TEST_TOKEN'] = ' abc:def ';
    await ask({ env: 'JALUR_TEST_TOKEN' });
    delete process.env['JALUR_TEST_TOKEN'];
    expect(server.asked[0]?.path).toBe('/botabc:def/sendMessage');
  });
});

describe('command', () => {
  const program = (name: string, script: string): string => file(name, `#!/bin/sh\n${script}\n`, 0o755);
  const run = (script: string, timeoutMs = 5000, ...words: readonly string[]) =>
    to({ kind: 'command', argv: [program(`p${Math.random()}`, script), ...words], timeoutMs });

  it('gets the event as JSON, its main fields in the environment, words as they are, and nothing else of ours', async () => {
    process.env['JALUR_TEST_SECRET'] = 'swordfish';
    const sent = await run(
      'cat >/dev/null; echo "$JALUR_EVENT $JALUR_LINE $1 [$JALUR_TEST_SECRET]"',
      5000,
      '$(id); x',
    );
    delete process.env['JALUR_TEST_SECRET'];
    expect(sent).toMatchObject({ kind: 'delivered', said: 'it ended with 0: line-down ether2 $(id); x []' });
    expect((await run('read line; echo "$line" | head -c 12')).said).toBe('it ended with 0: {"version":1');
  });

  it.runIf(process.geteuid?.() === 0)(
    'of root → runs as nobody, with no group and no capability',
    async () => {
      expect((await run('id -u; true')).said).toBe('it ended with 0: 65534');
      expect((await run('id -G')).said).toBe('it ended with 0: 65534');
      expect((await run('grep CapEff /proc/self/status | tr "\\t" " "')).said).toContain(
        'CapEff: 0000000000000000',
      );
    },
  );

  it('ends with another code, cannot be started, says very much → said, bounded', async () => {
    expect(await run('echo no >&2; exit 3')).toMatchObject({ kind: 'failed', said: 'it ended with 3: no' });
    expect((await to({ kind: 'command', argv: [join(folder, 'none')], timeoutMs: 1000 })).kind).toBe(
      'failed',
    );
    expect((await run('yes | head -c 9000000')).kind).toBe('delivered');
  });

  it('runs too long, or leaves something behind → killed, with all that it started', async () => {
    const mark = `jalur-left-${process.pid}`;
    const late = await run(`sh -c 'sleep 300; : ${mark}' & wait`, 300);
    expect(late).toMatchObject({ kind: 'failed', said: 'it ran longer than 0.3 s and was killed' });
    expect((await run(`sh -c 'sleep 300; : ${mark}' &`)).kind).toBe('delivered');
    expect(spawnSync('pgrep', ['-f', mark]).stdout.toString()).toBe('');
  });
});

it.each([
  ['5', 5000],
  ['Mon, 30 Nov 2026 10:00:10 GMT', 10_000],
  ['999999999', 3_600_000],
  ['soon', undefined],
])('Retry-After: %s → %s ms', (text, ms) => {
  expect(retryAfter(text, Date.UTC(2026, 10, 30, 10, 0, 0))).toBe(ms);
});
