import type { ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { end, packagePath, type RunResult, run, sleep, spawnIn } from '../sys/index.ts';
import { type GatewayBench, gatewayBench } from './testing/bench.ts';

const text = `
/ip address add address=192.168.0.1/24 interface=ether4
/ip dhcp-client add interface=ether1
/ip dhcp-server add name=lan interface=ether4 address-pool=lan
/ip pool add name=lan ranges=192.168.0.100-192.168.0.199
/ip dhcp-server network add address=192.168.0.0/24 gateway=192.168.0.1
/ip dns set allow-remote-requests=yes servers=1.1.1.1
/ip firewall filter add chain=forward action=drop protocol=udp dst-port=445
/ip firewall nat add chain=srcnat action=masquerade out-interface=ether1
`;

let bench: GatewayBench;
let asFound: string;
let started: ChildProcess | undefined;

beforeAll(async () => {
  bench = await gatewayBench();
  asFound = bench.dump();
});

afterAll(async () => {
  if (started) await end(started);
  await bench?.down();
});

const cli = packagePath('bin/jalur');
const state = (): string => join(bench.stateDir, 'state');

/** `jalur …` in the router's namespace, to its end. */
const jalur = (...words: string[]): RunResult =>
  run([process.execPath, cli, ...words, '--state', state()], { ns: bench.router, allowFailure: true });

/** `jalur run`, until it has its lease in the routes. */
async function start(): Promise<ChildProcess> {
  const argv = [process.execPath, cli, 'run', bench.config(text), '--state', state(), '--json'];
  const child = spawnIn(bench.router, argv);
  started = child;
  await new Promise<void>((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', part => {
      said += String(part);
      if (/"type":"lease".*"type":"routes-changed"/s.test(said)) resolve();
    });
    child.once('exit', () => reject(new Error(said)));
  });
  return child;
}

const servers = (): string[] =>
  run(['pgrep', '-f', `pid-file=${state()}/`], { allowFailure: true })
    .stdout.split('\n')
    .filter(line => line !== '');

it('a second gateway, with another state folder → refused with the process that has the namespace', async () => {
  const first = await start();
  const before = bench.dump();
  const other = mkdtempSync(join(tmpdir(), 'gateway-second-'));
  const second = run([process.execPath, cli, 'run', bench.config(text), '--state', other], {
    ns: bench.router,
    allowFailure: true,
  });
  expect(second.code).toBe(2);
  expect(second.stderr).toContain(`process ${first.pid}`);
  expect(bench.dump()).toBe(before);
  expect(existsSync(join(other, 'kernel.json'))).toBe(false);
});

it('undo beside it → refused, the gateway goes on', () => {
  const before = bench.dump();
  const { code, stderr } = jalur('undo');
  expect([code, stderr]).toEqual([2, expect.stringContaining(`process ${started?.pid}`)]);
  expect(bench.dump()).toBe(before);
});

it('what it keeps → readable by its user alone', () => {
  const modes = ['kernel.json', 'seed', 'world.json'].map(name => statSync(join(state(), name)).mode & 0o777);
  expect(modes).toEqual([0o600, 0o600, 0o600]);
});

it('its output is closed → it goes on; killed → undo puts everything back and ends its servers', async () => {
  started?.stdout?.destroy();
  bench.plug(0, false);
  await sleep(300);
  bench.plug(0, true);
  await sleep(300);
  expect(started?.exitCode).toBe(null);
  started?.kill('SIGKILL');
  await sleep(200);
  expect(servers().length).toBe(2);
  const dry = jalur('undo', '--dry-run');
  expect(dry.stdout).toMatch(/^Would remove or restore \d+ things:/);
  expect(servers().length).toBe(2);
  expect(jalur('undo').code).toBe(0);
  expect(servers()).toEqual([]);
  expect(bench.dump()).toBe(asFound);
});

it('an address that somebody added anew, a setting that somebody changed since → left alone by undo', async () => {
  await start();
  started?.kill('SIGKILL');
  await sleep(200);
  bench.ip('addr', 'del', '192.168.0.1/24', 'dev', 'ether4');
  bench.ip('addr', 'add', '192.168.0.1/24', 'dev', 'ether4');
  run(['sysctl', '-w', 'net.ipv4.conf.ether1.rp_filter=1'], { ns: bench.router });
  expect(jalur('undo').code).toBe(0);
  expect(bench.ip('addr', 'show', 'dev', 'ether4')).toContain('192.168.0.1/24');
  const setting = run(['sysctl', '-n', 'net.ipv4.conf.ether1.rp_filter'], { ns: bench.router }).stdout.trim();
  expect(setting).toBe('1');
  bench.ip('addr', 'del', '192.168.0.1/24', 'dev', 'ether4');
});

it('a ledger of another boot, or that others may write → not obeyed, and said', async () => {
  await start();
  started?.kill('SIGKILL');
  await sleep(200);
  const file = join(state(), 'kernel.json');
  const ledger = readFileSync(file, 'utf8');
  chmodSync(file, 0o666);
  expect(jalur('undo', '--dry-run').stderr).toContain('could be written by others');
  chmodSync(file, 0o600);
  writeFileSync(file, ledger.replace(/"boot": "[^"]*"/, '"boot": "another"'));
  const { stderr } = jalur('undo');
  expect(stderr).toContain('before the last boot');
});
