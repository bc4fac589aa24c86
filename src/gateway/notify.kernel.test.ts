import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { TestResult } from '../delivery/index.ts';
import { end, run, sleep, spawnIn } from '../sys/index.ts';
import { type GatewayBench, gatewayBench } from './testing/bench.ts';
import { type JalurRun, type JalurRunner, jalurRunner } from './testing/jalur-run.ts';

// Whom a gateway tells, by a server that is behind each of its lines.

const text = `
/interface list add name=WAN
/interface list member add interface=ether1 list=WAN
/interface list member add interface=ether2 list=WAN
/ip address add address=192.168.0.1/24 interface=ether4
/ip address add address=10.10.10.2/24 interface=ether1
/ip address add address=20.20.20.2/24 interface=ether2
/ip firewall nat add action=masquerade chain=srcnat out-interface-list=WAN
/ip route
add dst-address=208.67.220.220/32 gateway=10.10.10.1 scope=10
add dst-address=1.0.0.1/32 gateway=20.20.20.1 scope=10
add check-gateway=ping distance=1 dst-address=0.0.0.0/0 gateway=208.67.220.220 target-scope=11
add check-gateway=ping distance=2 dst-address=0.0.0.0/0 gateway=1.0.0.1 target-scope=11
`;

/** Appends each request to a file, as one line of JSON. */
const server = (file: string): string => `
require('http').createServer((request, response) => {
  let body = '';
  request.on('data', part => (body += part));
  request.on('end', () => {
    require('fs').appendFileSync(${JSON.stringify(file)}, JSON.stringify({ path: request.url, from: request.socket.remoteAddress, body }) + '\\n');
    response.end('{}');
  });
}).listen(8080, '9.9.9.9', () => console.log('ready'));`;

let bench: GatewayBench;
let runner: JalurRunner;
let listening: readonly ChildProcess[] = [];
const folder = mkdtempSync(join(tmpdir(), 'jalur-notify-'));
const inbox = join(folder, 'inbox');
const token = '123456:AAsecretTOKEN-x_y';

beforeAll(async () => {
  bench = await gatewayBench();
  runner = jalurRunner(bench);
  bench.ip('link', 'set', 'dev', 'lo', 'up');
  // The same Internet behind both.
  run(['ip', 'addr', 'add', '9.9.9.9/32', 'dev', 'lo'], { ns: bench.isps[0] });
});
afterEach(async () => {
  await runner.end();
  await Promise.all(listening.map(one => end(one)));
  listening = [];
  for (const isp of [0, 1])
    run(['nft', 'delete', 'table', 'netdev', 'hole'], { ns: bench.isps[isp], allowFailure: true });
});
afterAll(async () => {
  await runner?.end();
  await bench?.down();
  rmSync(folder, { recursive: true, force: true });
});

async function listen(): Promise<void> {
  listening = bench.isps.map(isp => spawnIn(isp, [process.execPath, '-e', server(inbox)]));
  await Promise.all(listening.map(one => new Promise(resolve => one.stdout?.once('data', resolve))));
}

interface Asked {
  readonly path: string;
  readonly from: string;
  readonly body: { readonly text: string; readonly events?: readonly { readonly what: string }[] };
}

const asked = (): readonly Asked[] => {
  try {
    const lines = readFileSync(inbox, 'utf8').trimEnd().split('\n');
    return lines.map(line => {
      const one = JSON.parse(line) as Asked & { readonly body: string };
      return { ...one, body: JSON.parse(one.body) as Asked['body'] };
    });
  } catch {
    return [];
  }
};

const told = (path: string): readonly string[] =>
  asked()
    .filter(one => one.path === path)
    .flatMap(({ body }) => (body.events ?? []).map(({ what }) => what));

async function until(condition: () => boolean, what: () => unknown): Promise<void> {
  for (let left = 400; left > 0; left--) {
    if (condition()) return;
    await sleep(100);
  }
  throw new Error(JSON.stringify(what()));
}

const receivers = (wait: string): string => {
  writeFileSync(join(folder, 'token'), `${token}\n`, { mode: 0o600 });
  const file = join(folder, 'notify.yaml');
  const text = `notify:
  noc: { type: webhook, url: 'http://9.9.9.9:8080/hook', wait: ${wait} }
  team: { type: telegram, server: 'http://9.9.9.9:8080', token: { file: ${folder}/token }, chat: -100, wait: ${wait}, language: id }
`;
  writeFileSync(file, text);
  return file;
};

async function start(...words: readonly string[]): Promise<JalurRun> {
  rmSync(inbox, { force: true });
  const gateway = runner.start(bench.config(text), ...words);
  await gateway.heard(/"type":"ready"/);
  if (words.includes('routeros')) return gateway;
  for (const line of ['ether1', 'ether2']) await gateway.heard(new RegExp(`"line":"${line}","status":"up"`));
  return gateway;
}

it('a line dies → told by the other one, in each language; no secret is anywhere; all lines dead → told when one is back', async () => {
  await listen();
  const gateway = await start('--notify', receivers('2s'), '--metrics');
  const results = JSON.parse(runner.jalur('notify', 'test', '--json').stdout) as readonly TestResult[];
  expect(results).toMatchObject([
    { receiver: 'noc', channel: 'webhook', result: 'delivered', said: 'HTTP 200: {}' },
    { receiver: 'team', channel: 'telegram', result: 'delivered' },
  ]);
  expect(runner.jalur('notify', 'test', 'nobody').stderr).toContain('There is no receiver nobody.');
  await until(() => told('/hook').includes('started'), asked);

  // What happens in its first moments is no news.
  await sleep(10_000);
  bench.blackhole(0, true);
  await until(() => told('/hook').includes('line-down'), asked);
  const [down] = asked().filter(({ body }) => body.events?.some(({ what }) => what === 'line-down'));
  expect(down?.from).toBe('20.20.20.2');
  expect(down?.body.events?.map(({ what }) => what)).toEqual(['line-down', 'failover']);
  await until(() => asked().some(({ path, body }) => path !== '/hook' && body.text.includes('mati')), asked);
  const paths = new Set(asked().map(({ path }) => path));
  expect([...paths].sort()).toEqual([`/bot${token}/sendMessage`, '/hook']);

  bench.blackhole(0, false);
  await until(() => told('/hook').includes('line-up'), asked);
  for (const isp of [0, 1]) bench.blackhole(isp, true);
  await gateway.heard(/"line":"ether2","status":"down"/);
  await sleep(2000);
  const before = asked().length;
  await sleep(5000);
  expect(asked().length).toBe(before);
  for (const isp of [0, 1]) bench.blackhole(isp, false);
  const after = (): readonly string[] =>
    asked()
      .slice(before)
      .flatMap(({ body }) => body.events?.map(({ what }) => what) ?? []);
  await until(() => after().includes('line-was-down') || after().includes('line-up'), asked);

  const status = runner.jalur('status', '--json').stdout;
  const events = runner.jalur('events', '--json').stdout;
  expect(events).toContain('"type":"notification"');
  const figures = run(
    [
      process.execPath,
      '-e',
      'fetch("http://127.0.0.1:9469/metrics").then(r => r.text()).then(t => process.stdout.write(t))',
    ],
    {
      ns: bench.router,
    },
  ).stdout;
  expect(figures).toMatch(/jalur_notifications_total\{receiver="noc",channel="webhook"\} [1-9]/);
  for (const said of [
    gateway.said(),
    status,
    events,
    figures,
    readFileSync(join(runner.state, 'notify.json'), 'utf8'),
  ])
    expect(said).not.toContain('secretTOKEN');
}, 120_000);

it('nobody answers, and it is killed → what waited is delivered by the next run; the end is told before the network goes', async () => {
  const first = await start('--notify', receivers('0s'));
  await first.heard(/"type":"notification"[^}]*"receiver":"noc"[^}]*"result":"failed"/);
  expect(JSON.parse(runner.jalur('notify', '--json').stdout)).toMatchObject([
    { receiver: 'noc', figures: { delivered: 0, waiting: 1 } },
    { receiver: 'team', figures: { waiting: 1 } },
  ]);
  await sleep(1000);
  first.child.kill('SIGKILL');
  await first.ended;
  await listen();
  const second = await start('--notify', receivers('0s'));
  await until(() => told('/hook').filter(what => what === 'started').length === 2, asked);
  second.child.kill('SIGTERM');
  await second.ended;
  expect(told('/hook').at(-1)).toBe('stopped');
}, 120_000);

it('RouterOS’s pace, and a file that is mended while it runs → told as well, to whom the new file names', async () => {
  await listen();
  const file = receivers('1s');
  const gateway = await start('--notify', file, '--pace', 'routeros');
  writeFileSync(file, 'notify:\n  noc: { type: webhook }\n');
  const refused = runner.jalur('reload');
  expect([refused.code, refused.stderr]).toEqual([
    1,
    expect.stringContaining('noc is webhook, and has no url.'),
  ]);
  writeFileSync(file, `notify:\n  other: { type: webhook, url: 'http://9.9.9.9:8080/other', wait: 1s }\n`);
  expect(runner.jalur('reload').code).toBe(0);
  await sleep(10_000);
  bench.plug(0, false);
  await until(() => told('/other').includes('line-down'), asked);
  bench.plug(0, true);
  await until(() => told('/other').includes('line-up'), asked);
  expect(told('/hook')).not.toContain('line-down');
  expect(gateway.child.exitCode).toBeNull();
}, 120_000);
