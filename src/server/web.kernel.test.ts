import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type GatewayBench, gatewayBench } from '../gateway/testing/bench.ts';
import { type JalurRunner, jalurRunner } from '../gateway/testing/jalur-run.ts';
import { type Namespace, privilegesIn, run, sleep } from '../sys/index.ts';
import { documented, mistakesOf } from './testing/documented.ts';
import { officeText } from './testing/office.ts';

// `jalur run --web` as a user starts it, asked over real sockets from the LAN and from behind an ISP.

let bench: GatewayBench;
let runner: JalurRunner;
let token: string;
const port = 8443;
const since = '2026-01-01T00:00:00.000Z';

beforeAll(async () => {
  bench = await gatewayBench();
  runner = jalurRunner(bench);
  run(['ip', 'addr', 'add', '192.168.0.10/24', 'dev', 'eth0'], { ns: bench.lan });
  const file = bench.config(officeText);
  runner.start(file, '--web', `${port}`, '--web-user', 'nobody', '--leave');
  await runner.last?.leased();
  const added = run([
    'bin/jalur',
    'token',
    'add',
    'test',
    '--scope',
    'admin',
    '--web-user',
    'nobody',
    '--folder',
    join(runner.state, 'web'),
  ]);
  token = added.stdout.trim();
  await runner.last?.heard(/https:\/\/192\.168\.0\.1:8443/);
}, 120_000);

afterAll(async () => {
  await runner?.end();
  await bench?.down();
});

const client = `
process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
const [url, token, method, body] = process.argv.slice(1);
fetch(url, { method, headers: { authorization: 'Bearer ' + token, ...(body && { 'content-type': 'application/json' }) }, ...(body && { body }), signal: AbortSignal.timeout(20000) })
  .then(async answer => console.log(JSON.stringify({ status: answer.status, type: answer.headers.get('content-type'), body: await answer.json() })))
  .catch(error => console.log(JSON.stringify({ status: 0, type: String(error.cause ?? error) })));
`;

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body?: unknown;
}

/** Asks from a namespace, by a program of its own. */
function ask(ns: Namespace, url: string, method = 'GET', body?: string): Answer {
  const argv = [process.execPath, '-e', client, url, token, method, ...(body === undefined ? [] : [body])];
  return JSON.parse(run(argv, { ns }).stdout) as Answer;
}

const of = (path: string): string => `https://192.168.0.1:${port}/api/v1${path}`;

const paths: Readonly<Record<string, string>> = {
  getStatus: '/status',
  getWans: '/wans?lang=id',
  getInterfaces: '/interfaces',
  getRoutes: '/routes',
  getFirewall: '/firewall/mangle',
  getConnections: '/connections',
  getQueues: '/queues',
  getLeases: '/leases',
  getHealth: '/health',
  getEvents: '/events',
  getJournal: '/journal',
  getIncidents: '/incidents',
  getReport: `/report?since=${since}`,
  getSeries: `/series?wan=ether1&what=rtt,in,up&since=${since}`,
  getConfig: '/config',
  getConfigHistory: '/config/history',
  getSession: '/session',
};

it('a gateway that runs → answers as the document says', { timeout: 120_000 }, () => {
  for (const [id, path] of Object.entries(paths)) {
    const { status, type, body } = ask(bench.lan, of(path));
    const one = documented.find(({ operationId }) => operationId === id);
    expect([id, status, one && mistakesOf(one, status, type, body)]).toEqual([id, 200, []]);
  }
  const explained = ask(
    bench.lan,
    of('/explain'),
    'POST',
    JSON.stringify({ packet: { in: 'ether4', src: '192.168.0.10', dst: '8.8.8.8' } }),
  );
  expect(explained.status).toBe(200);
});

it('a line is taken down and given back by the page → the gateway does it, and its journal says who', {
  timeout: 60_000,
}, () => {
  expect(ask(bench.lan, of('/wans/ether1/down'), 'POST', '{}')).toMatchObject({
    status: 200,
    body: { changed: true, wan: { state: 'down', cause: 'forced' } },
  });
  expect(ask(bench.lan, of('/wans/ether2/down'), 'POST', '{}')).toMatchObject({
    status: 409,
    body: { code: 'gateway/last-line' },
  });
  expect(ask(bench.lan, of('/wans/ether1/up'), 'POST', '{}')).toMatchObject({
    status: 200,
    body: { changed: true },
  });
});

it('from behind an ISP → nobody listens at the address of the WAN, and whoever sends to that of the LAN is hung up on', {
  timeout: 60_000,
}, () => {
  const [isp] = bench.isps;
  if (!isp) throw new Error('the bench has no ISP');
  const { leases } = JSON.parse(runner.jalur('status', '--json').stdout).world as {
    leases: Record<string, { address: { address: string } }>;
  };
  const wan = leases['ether1']?.address.address ?? '';
  run(['ip', 'route', 'replace', '192.168.0.0/24', 'via', wan], { ns: isp });
  for (const address of [wan, '192.168.0.1']) {
    const { status, type } = ask(isp, `https://${address}:${port}/`);
    expect([address, status]).toEqual([address, 0]);
    expect(type).toMatch(/ECONNREFUSED|ECONNRESET|hang up|closed|disconnected|terminated|timeout/i);
  }
});

it('the process of the pages → another user without any capability, with no way to get one', () => {
  const all = readdirSync('/proc').filter(name => /^\d+$/.test(name));
  const pages = all.filter(name => {
    try {
      return readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(join(runner.state, 'web.sock'));
    } catch {
      return false;
    }
  });
  expect(pages).toHaveLength(1);
  const status = readFileSync(`/proc/${pages[0]}/status`, 'utf8');
  expect(status).toMatch(/^Uid:\s+65534\s+65534\s+65534\s+65534$/m);
  expect(status).toMatch(/^Groups:\s*$/m);
  const { permitted, effective, noNewPrivileges } = privilegesIn(status);
  expect([permitted, effective, noNewPrivileges]).toEqual([0n, 0n, true]);
});

it('it is killed → the gateway goes on and starts it again; the gateway ends → it ends too', {
  timeout: 90_000,
}, async () => {
  const isThere = (): boolean => ask(bench.lan, of('/session')).status === 200;
  const pid = Number(
    /pid=(\d+)/.exec(run(['ss', '-Hltnp', `sport = :${port}`], { ns: bench.router }).stdout)?.[1],
  );
  process.kill(pid, 'SIGKILL');
  while (isThere()) await sleep(50);
  while (!isThere()) await sleep(200);
  await runner.end();
  expect(run(['ss', '-Hltn', `sport = :${port}`], { ns: bench.router }).stdout.trim()).toBe('');
});
