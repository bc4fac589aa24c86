import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type GatewayBench, gatewayBench } from '../../src/gateway/testing/bench.ts';
import { packagePath, sleep, spawnIn } from '../../src/sys/index.ts';

const cli = packagePath('bin/jalur');

let folder = '';
const started: ChildProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jalur-unread-'));
  mkdirSync(join(folder, 'tmp'));
});
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

/** A shell with `jalur … | head -1`, which notes the number of jalur's process and how it ended. */
const pipeline = (words: readonly string[]): readonly string[] => [
  'bash',
  '-c',
  'd=$1; shift; { "$@" & echo $! > $d/pid; wait $!; echo $? > $d/code; } 2>&1 | head -1 > $d/first; exit 0',
  'bash',
  folder,
  process.execPath,
  cli,
  ...words,
];

const noted = (name: string): string => {
  const file = join(folder, name);
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
};

/** Until that is so, for half a minute at most. */
async function until(isSo: () => boolean): Promise<void> {
  for (let look = 0; look < 600 && !isSo(); look++) await sleep(50);
  expect(isSo()).toBe(true);
}

/** Processes below one. */
function below(pid: number): readonly number[] {
  const file = `/proc/${pid}/task/${pid}/children`;
  if (!existsSync(file)) return [];
  const children = readFileSync(file, 'utf8').trim().split(' ').filter(Boolean).map(Number);
  return [...children, ...children.flatMap(below)];
}

const alive = (pids: readonly number[]): readonly number[] => pids.filter(pid => existsSync(`/proc/${pid}`));

describe('jalur run … | head -1', () => {
  const text = `
/ip address add address=192.168.0.1/24 interface=ether4
/ip dhcp-client add interface=ether1
/ip dhcp-server add name=lan interface=ether4 address-pool=lan
/ip pool add name=lan ranges=192.168.0.100-192.168.0.199
/ip dhcp-server network add address=192.168.0.0/24 gateway=192.168.0.1
/ip firewall nat add chain=srcnat action=masquerade out-interface=ether1
`;
  let bench: GatewayBench;
  beforeEach(async () => {
    bench = await gatewayBench();
  });
  afterEach(async () => {
    await bench.down();
  });

  it('the gateway goes on without a reader; Ctrl-C → all is as it was found, no process is left', async () => {
    const asFound = bench.dump();
    const state = join(bench.stateDir, 'state');
    const shell = spawnIn(bench.router, pipeline(['run', bench.config(text), '--state', state]));
    started.push(shell);
    await until(() => noted('first') !== '');
    await until(() => bench.ip('route').includes('default via 10.10.10.1'));
    // A change is an event, and so one more line for nobody.
    bench.plug(0, false);
    await sleep(500);
    bench.plug(0, true);
    await until(() => bench.ip('route').includes('default via 10.10.10.1'));
    const pid = Number(noted('pid'));
    const all = [pid, ...below(pid)];
    expect(all.length).toBeGreaterThan(1);
    process.kill(pid, 'SIGINT');
    await until(() => noted('code') !== '');
    expect(noted('code')).toBe('0');
    expect(noted('first')).not.toMatch(/EPIPE|Error/);
    expect(bench.dump()).toBe(asFound);
    expect(alive(all)).toEqual([]);
  });
});

const env = (): NodeJS.ProcessEnv => ({
  ...process.env,
  TMPDIR: join(folder, 'tmp'),
  XDG_RUNTIME_DIR: join(folder, 'tmp'),
});

function shellWith(words: readonly string[]): ChildProcess {
  const [command = '', ...more] = pipeline(words);
  const child = spawn(command, more, { cwd: packagePath(''), stdio: 'ignore', env: env() });
  started.push(child);
  return child;
}

const netOf = (pid: number | string): string => {
  try {
    return readlinkSync(`/proc/${pid}/ns/net`);
  } catch {
    // It has ended meanwhile.
    return '';
  }
};

/** Network namespaces of processes that are not the one we are in: those of a lab, which has them below an outer one. */
const madeFor = (pids: readonly number[]): ReadonlySet<string> =>
  new Set(pids.map(netOf).filter(net => net !== '' && net !== netOf('self')));

/** Processes in any of these. */
const within = (nets: ReadonlySet<string>): readonly string[] =>
  readdirSync('/proc').filter(pid => /^\d+$/.test(pid) && nets.has(netOf(pid)));

describe('jalur lab run … | head -1', () => {
  it('the run goes on to its end and writes its report; nothing is left', { timeout: 120_000 }, async () => {
    const json = join(folder, 'report.json');
    const shell = shellWith(['lab', 'run', 'examples/paper-fixed', '-e', 'addressing', '--json', json]);
    await until(() => noted('pid') !== '' && below(Number(noted('pid'))).length > 1);
    const all = below(Number(noted('pid')));
    await until(() => madeFor(below(Number(noted('pid')))).size > 0);
    const nets = madeFor(below(Number(noted('pid'))));
    await once(shell, 'close');
    expect(noted('code')).toBe('0');
    expect(noted('first')).not.toBe('');
    expect(JSON.parse(readFileSync(json, 'utf8'))).toMatchObject({ experiments: [{ name: 'addressing' }] });
    await until(() => alive(all).length === 0);
    expect(within(nets)).toEqual([]);
  });
});

describe('jalur start | head -1', () => {
  it('the run goes on without a reader; Ctrl-C → 130, nothing is left', { timeout: 120_000 }, async () => {
    shellWith(['start', '--report', join(folder, 'report')]);
    await until(() => noted('first') !== '');
    const pid = Number(noted('pid'));
    await until(() => below(pid).length > 3);
    // Experiments say more meanwhile.
    await sleep(5000);
    const all = [pid, ...below(pid)];
    const nets = madeFor(all);
    expect(nets.size).toBeGreaterThan(0);
    expect(noted('code')).toBe('');
    process.kill(pid, 'SIGINT');
    await until(() => noted('code') !== '');
    expect(noted('code')).toBe('130');
    await until(() => alive(all).length === 0);
    expect(within(nets)).toEqual([]);
    expect(existsSync(join(folder, 'report/index.html'))).toBe(false);
  });
});
