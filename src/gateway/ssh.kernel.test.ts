import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { end, packagePath, run, sleep, spawnIn } from '../sys/index.ts';
import { type GatewayBench, gatewayBench } from './testing/bench.ts';
import { type JalurRunner, jalurRunner } from './testing/jalur-run.ts';

// Who comes in by a real SSH server, which listens in the router's namespace alone, and changes the configuration of the gateway
// that he comes in by.

const text = `/ip address add address=192.168.0.1/24 interface=ether4
/ip dhcp-client add interface=ether1
/ip firewall nat add action=masquerade chain=srcnat out-interface=ether1
`;
const more = `${text}/ip firewall filter add action=drop chain=forward protocol=tcp dst-port=445\n`;

const port = 2222;
const program = '/usr/sbin/sshd';

let bench: GatewayBench;
let runner: JalurRunner;
let server: ChildProcess | undefined;
let folder: string;

/** An SSH server with keys of its own, for root. */
function serve(): ChildProcess {
  const key = (name: string): string => {
    run(['ssh-keygen', '-q', '-t', 'ed25519', '-N', '', '-f', join(folder, name)]);
    return join(folder, name);
  };
  const [host, user] = [key('host'), key('user')];
  // sshd lets nobody in whose password is locked, unless PAM says so.
  const isLocked = /^root:!/m.test(readFileSync('/etc/shadow', 'utf8'));
  const settings = {
    ...{ ListenAddress: `192.168.0.1:${port}`, HostKey: host, AuthorizedKeysFile: `${user}.pub` },
    ...{ PermitRootLogin: 'yes', PasswordAuthentication: 'no', StrictModes: 'no', PidFile: 'none' },
    UsePAM: isLocked ? 'yes' : 'no',
  };
  const file = join(folder, 'sshd_config');
  writeFileSync(
    file,
    Object.entries(settings)
      .map(([name, value]) => `${name} ${value}\n`)
      .join(''),
  );
  mkdirSync('/run/sshd', { recursive: true });
  return spawnIn(bench.router, [program, '-D', '-e', '-f', file], { stdio: ['ignore', 'ignore', 'pipe'] });
}

const ssh = (...options: readonly string[]): readonly string[] => [
  ...[
    'ssh',
    '-p',
    `${port}`,
    '-i',
    join(folder, 'user'),
    '-o',
    'StrictHostKeyChecking=no',
    '-o',
    'BatchMode=yes',
  ],
  ...[
    '-o',
    `UserKnownHostsFile=${join(folder, 'known')}`,
    '-o',
    'LogLevel=ERROR',
    ...options,
    'root@192.168.0.1',
  ],
];

const jalur = (...words: readonly string[]): string =>
  [process.execPath, packagePath('bin/jalur'), ...words, '--state', runner.state].join(' ');

/** `jalur confirm` by a connection of its own, or as `options` of ssh say. */
const confirm = (...options: readonly string[]) =>
  run([...ssh(...options), jalur('confirm')], { ns: bench.lan, allowFailure: true });

/** A shell on the router by one SSH connection, which says how each command ended. */
function session(...options: readonly string[]) {
  const child = spawnIn(bench.lan, [...ssh(...options), 'sh'], { stdio: ['pipe', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', part => (said += String(part)));
  return {
    child,
    async does(command: string): Promise<{ readonly code: number; readonly said: string }> {
      said = '';
      child.stdin?.write(`${command}; echo "ended $?"\n`);
      while (!/ended \d+\n/.test(said)) {
        if (child.exitCode !== null) throw new Error(said);
        await sleep(10);
      }
      return { code: Number(/ended (\d+)\n/.exec(said)?.[1]), said };
    },
  };
}

const isInForce = (): boolean =>
  run(['nft', 'list', 'ruleset'], { ns: bench.router }).stdout.includes('tcp dport 445');

describe.runIf(existsSync(program))('by SSH (needs sshd: apt-get install openssh-server)', () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ssh-'));
    bench = await gatewayBench();
    runner = jalurRunner(bench);
    run(['ip', 'addr', 'add', '192.168.0.50/24', 'dev', 'eth0'], { ns: bench.lan });
    await runner.start(bench.config(text)).leased();
    server = serve();
    await vi.waitFor(
      () => expect(run([...ssh(), 'true'], { ns: bench.lan, allowFailure: true }).code).toBe(0),
      {
        timeout: 10_000,
      },
    );
  });

  afterAll(async () => {
    if (server) await end(server);
    await runner?.end();
    await bench?.down();
    rmSync(folder, { recursive: true, force: true });
  });

  it('applied for a time by a connection, confirmed by the same → refused; by one that was opened since → stays', async () => {
    const { child, does } = session();
    expect((await does('true')).code).toBe(0);
    const applied = await does(jalur('apply', bench.config(more), '--confirm', '60'));
    expect([applied.code, applied.said]).toEqual([0, expect.stringContaining('unless it is confirmed')]);
    expect(isInForce()).toBe(true);
    const old = await does(jalur('confirm'));
    expect([old.code, old.said]).toEqual([1, expect.stringContaining('new SSH connection')]);
    expect(confirm()).toMatchObject({ code: 0, stdout: expect.stringContaining('stays.') });
    expect(isInForce()).toBe(true);
    await end(child);
  });

  it('a new session within an old connection → refused: it shows nothing of whether one can still come in', async () => {
    const socket = join(folder, 'shared');
    const { child, does } = session('-M', '-S', socket);
    expect((await does(jalur('apply', bench.config(text), '--confirm', '60'))).code).toBe(0);
    expect(confirm('-S', socket)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('new SSH connection'),
    });
    expect(confirm()).toMatchObject({ code: 0 });
    expect(isInForce()).toBe(false);
    await end(child);
  });

  it('no new connection comes in → it is taken back by itself, and the old one goes on', async () => {
    const { child, does } = session();
    expect((await does('true')).code).toBe(0);
    const shut = `${text}/ip firewall filter
add action=accept chain=input connection-state=established
add action=drop chain=input protocol=tcp dst-port=${port}\n`;
    expect((await does(jalur('apply', bench.config(shut), '--confirm', '2'))).code).toBe(0);
    expect(confirm('-o', 'ConnectTimeout=1').code).toBe(255);
    await vi.waitFor(
      () => expect(confirm('-o', 'ConnectTimeout=1').stderr).toContain('No configuration waits'),
      {
        timeout: 10_000,
      },
    );
    expect((await does('true')).code).toBe(0);
    await end(child);
  });
});
