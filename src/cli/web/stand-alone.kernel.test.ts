import type { ChildProcess } from 'node:child_process';
import { chownSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type GatewayBench, gatewayBench } from '../../gateway/testing/bench.ts';
import { type JalurRunner, jalurRunner } from '../../gateway/testing/jalur-run.ts';
import { officeText } from '../../server/testing/office.ts';
import { end, privilegesIn, run, sleep, spawnIn } from '../../sys/index.ts';

// `sudo jalur web` beside a gateway that was started without pages.

let bench: GatewayBench;
let runner: JalurRunner;
let folder: string;
const nobody = 65_534;

beforeAll(async () => {
  bench = await gatewayBench();
  runner = jalurRunner(bench);
  bench.ip('link', 'set', 'dev', 'lo', 'up');
  folder = join(bench.stateDir, 'pages');
  runner.start(bench.config(officeText), '--web-user', 'nobody', '--leave');
  await runner.last?.leased();
}, 120_000);

afterAll(async () => {
  await runner?.end();
  await bench?.down();
});

const children: ChildProcess[] = [];
afterEach(() => Promise.all(children.splice(0).map(one => end(one, 5000))));

function web(...words: readonly string[]) {
  const argv = ['bin/jalur', 'web', '--state', runner.state, '--folder', folder, ...words];
  const child = spawnIn(bench.router, argv, { stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  let said = '';
  child.stderr?.on('data', part => {
    said += String(part);
  });
  const ended = new Promise<number | null>(resolve => child.once('exit', resolve));
  const heard = async (pattern: RegExp): Promise<void> => {
    while (!pattern.test(said)) {
      if (child.exitCode !== null) throw new Error(said);
      await sleep(20);
    }
  };
  return { child, ended, heard, said: () => said };
}

const servers = (): readonly number[] =>
  [...run(['ss', '-Hltnp', 'sport = :8443'], { ns: bench.router }).stdout.matchAll(/pid=(\d+)/g)].map(one =>
    Number(one[1]),
  );

const status = (): number => {
  const code = `fetch('http://127.0.0.1:8443/api/v1/session').then(one => console.log(one.status))`;
  return Number(run([process.execPath, '-e', code], { ns: bench.router }).stdout);
};

it('root starts it → it is the user for pages without any right, speaks by its socket, and what root left is that user’s', {
  timeout: 60_000,
}, async () => {
  mkdirSync(folder, { mode: 0o700 });
  writeFileSync(join(folder, 'tokens.json'), '{"v":1,"tokens":[]}', { mode: 0o600 });
  const one = web('--web-user', 'nobody');
  await one.heard(/http:\/\/127\.0\.0\.1:8443/);
  expect(one.said()).not.toMatch(/root/);
  const [pid] = new Set(servers());
  const own = readFileSync(`/proc/${pid}/status`, 'utf8');
  expect(own).toMatch(/^Uid:\s+65534\s+65534\s+65534\s+65534$/m);
  expect(own).toMatch(/^Groups:\s*$/m);
  const { permitted, effective, noNewPrivileges } = privilegesIn(own);
  expect([permitted, effective, noNewPrivileges]).toEqual([0n, 0n, true]);
  expect(readFileSync(`/proc/${pid}/cmdline`, 'utf8')).toContain(join(runner.state, 'web.sock'));
  expect(status()).toBe(401);
  for (const path of [folder, ...readdirSync(folder).map(name => join(folder, name))])
    expect([path, statSync(path).uid]).toEqual([path, nobody]);
  one.child.kill('SIGTERM');
  await one.ended;
  while (servers().length > 0) await sleep(50);
});

it('a folder in which other things lie → is not given away', { timeout: 60_000 }, async () => {
  const other = join(bench.stateDir, 'other');
  mkdirSync(other);
  writeFileSync(join(other, 'shadow'), 'x');
  const one = web('--web-user', 'nobody', '--folder', other);
  expect(await one.ended).toBe(2);
  expect(one.said()).toMatch(/may not write into .*other/);
  expect([statSync(other).uid, statSync(join(other, 'shadow')).uid]).toEqual([0, 0]);
});

it('there is no such user → said, with what to do', { timeout: 60_000 }, async () => {
  const named = web('--web-user', 'no-such-user');
  expect(await named.ended).toBe(2);
  expect(named.said()).toMatch(/There is no user no-such-user[\s\S]*useradd --system/);
});

it('the gateway does not listen to that user → it serves as root, and says so and why', {
  timeout: 60_000,
}, async () => {
  chownSync(join(runner.state, 'web.sock'), 0, 0);
  const one = web('--web-user', 'nobody', '--folder', join(bench.stateDir, 'roots'));
  await one.heard(/http:\/\/127\.0\.0\.1:8443/);
  expect(one.said()).toMatch(/it serves as root: the gateway does not listen to nobody at .*web\.sock/);
});

it('no gateway runs → the first line says so, and what helps', { timeout: 60_000 }, async () => {
  const one = web(
    '--web-user',
    'nobody',
    '--folder',
    join(bench.stateDir, 'none'),
    '--state',
    bench.stateDir,
  );
  await one.heard(/http:\/\/127\.0\.0\.1:8443/);
  expect(one.said()).toMatch(
    /^jalur: no gateway answers at .*control\.sock.*\n +Start one: sudo jalur run FILE/,
  );
  expect(one.said()).toMatch(/it serves as root: only a gateway that runs can let nobody in/);
});
