import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { gatewayBench } from '../gateway/testing/bench.ts';
import { jalurRunner } from '../gateway/testing/jalur-run.ts';
import { end, run, sleep, spawnIn } from '../sys/index.ts';
import { officeText } from './testing/office.ts';
import { type WebAnswer, type WebBench, type WebClient, webBench, webPort } from './testing/web-bench.ts';

// From the LAN of a gateway that runs: streams, guesses, confirming, and addresses that change.

let web: WebBench;
let client: WebClient;
let token: string;
const origin = `https://192.168.0.1:${webPort}`;

beforeAll(async () => {
  const bench = await gatewayBench();
  web = await webBench(bench, jalurRunner(bench));
  token = web.token('admin');
  client = web.client(web.bench.lan, origin);
}, 120_000);

afterAll(() => web?.end());

const asker =
  (of: () => WebClient) =>
  (method: string, path: string, body?: object, more: object = {}): Promise<WebAnswer> =>
    of().ask({
      ...{ path: `/api/v1${path}`, method, body: body && JSON.stringify(body) },
      headers: {
        authorization: `Bearer ${token}`,
        ...(body && { 'content-type': 'application/json' }),
        ...more,
      },
    });
const ask = asker(() => client);

/** JALUR_STREAM_SECONDS=60 listens for a minute. */
const seconds = Number(process.env['JALUR_STREAM_SECONDS'] ?? 5);
const listeners = 200;

/** Opens streams, says when all of them hear, and what each of them heard when it is told to end. */
const listening = `
process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
process.removeAllListeners('warning');
const [url, token, count] = process.argv.slice(1);
const https = require('node:https');
const agent = new https.Agent({ maxSockets: Infinity });
let hearing = 0;
const all = Array.from({ length: Number(count) }, () => {
  const one = { ids: [], rates: 0, ended: false };
  const asked = https.get(url, { agent, headers: { authorization: 'Bearer ' + token } }, answer => {
    let text = '';
    let begun = false;
    answer.setEncoding('utf8');
    answer.on('data', part => {
      const frames = (text + part).split('\\n\\n');
      text = frames.pop();
      for (const frame of frames) {
        const event = /^event: (.*)$/m.exec(frame)?.[1];
        if (event === 'status' && !begun) { begun = true; hearing += 1; if (hearing === Number(count)) console.log('all'); }
        if (event === 'event') one.ids.push(Number(/^id: .*-(\\d+)$/m.exec(frame)[1]));
        if (event === 'rates') one.rates += 1;
        if (event === 'gap' || event === 'offline') one.ended = event;
      }
    });
    answer.on('end', () => { one.ended ||= 'end'; });
  });
  asked.on('error', error => { one.ended ||= String(error); });
  return one;
});
// What an end would cut off is longer than a pipe holds.
process.stdin.once('data', () => { process.stdout.write(JSON.stringify(all) + '\\n', () => process.exit(0)); });
`;

interface Heard {
  readonly ids: readonly number[];
  readonly rates: number;
  readonly ended: string | false;
}

const filesOf = (pid: number): number => readdirSync(`/proc/${pid}/fd`).length;
const megabytesOf = (pid: number): number =>
  Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

const eventsSince = async (seq: number): Promise<number[]> => {
  const { items } = (await ask('GET', '/events')).body as { items: { seq: number }[] };
  return items.map(one => one.seq).filter(one => one > seq);
};

/** Lets as many listen for so long while lines come and go; what each heard, and what was said. */
async function round(): Promise<{ readonly heard: readonly Heard[]; readonly said: readonly number[] }> {
  const argv = [process.execPath, '-e', listening, `${origin}/api/v1/stream`, token, `${listeners}`];
  const child = spawnIn(web.bench.lan, argv, { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = child.stdout ? createInterface({ input: child.stdout })[Symbol.asyncIterator]() : undefined;
  expect((await lines?.next())?.value).toBe('all');
  const before = (await eventsSince(0)).at(-1) ?? 0;
  for (let i = 0; i < 2 * seconds; i++) {
    await ask('POST', `/wans/ether2/${i % 2 === 0 ? 'down' : 'up'}`, {});
    await sleep(500);
  }
  await sleep(1000);
  const said = await eventsSince(before);
  child.stdin?.write('end\n');
  const heard = JSON.parse((await lines?.next())?.value ?? '[]') as readonly Heard[];
  await end(child);
  return { heard, said };
}

it(`${listeners} listeners for ${seconds} s → all hear all that was said, in its order; afterwards no file is left open, and no memory`, {
  timeout: 60_000 + seconds * 10_000,
}, async () => {
  const pid = web.pid();
  await ask('GET', '/status');
  const files = filesOf(pid);
  const megabytes = [megabytesOf(pid)];
  for (let i = 0; i < 2; i++) {
    const { heard, said } = await round();
    expect(heard).toHaveLength(listeners);
    expect(said.length).toBeGreaterThan(seconds);
    const wanted = new Set(said);
    for (const one of heard) {
      expect(one.ended).toBe(false);
      expect(one.ids.filter(id => wanted.has(id))).toEqual(said);
      expect(one.rates).toBeGreaterThan(seconds / 2);
    }
    while (filesOf(pid) > files + 2) await sleep(50);
    megabytes.push(megabytesOf(pid));
    process.stderr.write(
      `${listeners} listeners, ${said.length} events, ${heard[0]?.rates} rates each; files ${files} → ${filesOf(pid)}, MB ${megabytes.map(mb => mb.toFixed(0)).join(' → ')}\n`,
    );
  }
  // What the first round left is kept for the next one; the second one leaves no more.
  expect((megabytes[2] ?? 0) - (megabytes[1] ?? 0)).toBeLessThan(40);
});

it('passwords are guessed from one host → slower and slower; another host of the LAN logs in meanwhile', {
  timeout: 60_000,
}, async () => {
  const folder = ['--folder', join(web.runner.state, 'web'), '--web-user', 'nobody'];
  run(['bin/jalur', 'passwd', 'admin', ...folder], { input: 'correct horse battery\n' });
  run(['ip', 'addr', 'add', '192.168.0.11/24', 'dev', 'eth0'], { ns: web.bench.lan });
  const guesser = web.client(web.bench.lan, origin);
  const login = (from: WebClient, password: string, localAddress?: string): Promise<WebAnswer> =>
    from.ask({
      ...{ path: '/api/v1/session', method: 'POST', body: JSON.stringify({ user: 'admin', password }) },
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
      ...(localAddress && { localAddress }),
    });
  const statuses: number[] = [];
  for (let i = 0; i < 40; i++)
    statuses.push((await login(guesser, `guess number ${i}`, '192.168.0.11')).status);
  expect(statuses.slice(0, 3)).toEqual([401, 401, 401]);
  expect(statuses.filter(status => status === 401).length).toBeLessThan(10);
  const refused = await login(guesser, 'correct horse battery', '192.168.0.11');
  expect(refused).toMatchObject({ status: 429, type: 'application/problem+json' });
  expect(Number(refused.headers?.['retry-after'])).toBeGreaterThan(0);
  expect((await login(client, 'correct horse battery')).status).toBe(200);
});

const textWith = (address: string): string => officeText.replaceAll('192.168.0.1/24', address);

async function apply(text: string, more: object = {}): Promise<WebAnswer> {
  const { headers } = await ask('GET', '/config');
  const files = [{ file: 'office.rsc', text }];
  return ask('POST', '/config/apply', { files, ...more }, { 'if-match': headers?.['etag'] ?? '' });
}

it('confirming by a connection that was open before → refused, and that connection ends; by a new one → it stays', {
  timeout: 60_000,
}, async () => {
  const other = web.client(web.bench.lan, origin);
  const askOther = asker(() => other);
  expect((await askOther('GET', '/session')).status).toBe(200);
  const text = officeText.replace('comment=ISP1', 'comment=ISP-1');
  const applied = await apply(text, { confirmSeconds: 30 });
  expect(applied).toMatchObject({ status: 200, body: { accepted: true, until: expect.any(String) } });
  expect(await askOther('POST', '/config/confirm', {})).toMatchObject({
    ...{ status: 409, body: { code: 'gateway/old-connection' } },
    headers: { connection: 'close' },
  });
  expect((await askOther('POST', '/config/confirm', {})).status).toBe(200);
  const { body } = await ask('GET', '/config');
  expect(body).not.toHaveProperty('trial');
  expect(body).toMatchObject({ hash: (applied.body as { hash: string }).hash });
});

it('the LAN gets another address → the pages are there, and no more at the one before', {
  timeout: 60_000,
}, async () => {
  run(['ip', 'addr', 'add', '192.168.5.10/24', 'dev', 'eth0'], { ns: web.bench.lan });
  await apply(textWith('192.168.5.1/24'));
  const there = web.client(web.bench.lan, `https://192.168.5.1:${webPort}`);
  const askThere = asker(() => there);
  while ((await askThere('GET', '/session')).status !== 200) await sleep(100);
  const { stdout } = run(['ss', '-Hltn', `sport = :${webPort}`], { ns: web.bench.router });
  expect(stdout).toContain('192.168.5.1:');
  expect(stdout).not.toContain('192.168.0.1:');
  const named = run(
    [
      'sh',
      '-c',
      `echo | openssl s_client -connect 192.168.5.1:${webPort} | openssl x509 -noout -ext subjectAltName`,
    ],
    { ns: web.bench.lan },
  );
  expect(named.stdout).toContain('IP Address:192.168.5.1');
});
