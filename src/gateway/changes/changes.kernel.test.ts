import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  commandLineOf,
  end,
  ownSession,
  packagePath,
  processesIn,
  type RunResult,
  run,
  spawnIn,
} from '../../sys/index.ts';
import { type GatewayBench, gatewayBench } from '../testing/bench.ts';

// The commands that change a running gateway's configuration, and what is left when it ends and leaves.

const text = `/ip address add address=192.168.0.1/24 interface=ether4
/ip dhcp-client add interface=ether1
/ip pool add name=lan ranges=192.168.0.100-192.168.0.199
/ip dhcp-server add name=lan interface=ether4 address-pool=lan
/ip dhcp-server network add address=192.168.0.0/24 gateway=192.168.0.1
/ip dns set allow-remote-requests=yes servers=8.8.4.4
/ip firewall nat add action=masquerade chain=srcnat out-interface=ether1
/ip firewall filter add action=drop chain=forward protocol=udp dst-port=445
`;
const more = `${text}/ip firewall filter add action=drop chain=forward protocol=tcp dst-port=445\n`;

const name = `change-${process.pid}`;
let bench: GatewayBench;
let asFound: string;
let started: ChildProcess | undefined;

beforeAll(async () => {
  bench = await gatewayBench();
  asFound = bench.dump();
});

afterAll(async () => {
  if (started) await end(started, 5000);
  await bench?.down();
  rmSync(join('/var/lib/jalur', name), { recursive: true, force: true });
});

/** `jalur …` in the router's namespace, to its end. */
const jalur = (...words: string[]): RunResult =>
  run([process.execPath, packagePath('bin/jalur'), ...words], { ns: bench.router, allowFailure: true });

const services = (): readonly string[] =>
  processesIn([bench.router])
    .map(pid => commandLineOf(pid)[0] ?? '')
    .filter(program => /^(dnsmasq|udhcpc)$/.test(program))
    .sort();

it.each([['reload'], ['apply'], ['confirm']])('%s, no gateway runs → said, exit code 2', command => {
  const { code, stderr } = jalur(command, ...(command === 'apply' ? [bench.config(text)] : []));
  expect([code, stderr]).toEqual([2, expect.stringContaining('No gateway runs in this network namespace.')]);
  expect(stderr).toContain('jalur run');
});

it('reload of the same → nothing had to change', async () => {
  const argv = [process.execPath, packagePath('bin/jalur'), 'run', bench.config(text), '--leave'];
  started = spawnIn(bench.router, [...argv, '--name', name, '--json']);
  let said = '';
  for await (const part of started.stdout ?? []) {
    said += String(part);
    if (/"type":"lease".*"type":"routes-changed"/s.test(said)) break;
  }
  expect(jalur('reload')).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/is in force; nothing had to/),
  });
});

it('reload with a rule more → the one chain that changed', () => {
  bench.config(more);
  const { code, stdout } = jalur('reload');
  expect(code).toBe(0);
  expect(stdout).toMatch(/is in force; 1 change:\n {2}change nft table inet jalur: chain filter_forward\n/);
});

it('reload of a text with an error → exit code 1, file, line and column, and what stays', () => {
  bench.config(`${text}/ip route add gateway=nonsense dst-address\n`);
  const { code, stdout, stderr } = jalur('reload');
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/gateway\.rsc:9:\d+/);
  expect(stderr).toContain('the configuration before it stays in force');
  expect(jalur('status').stdout).toContain('gateway/config-refused');
});

it('apply for a time → says until when and how to confirm; confirm → stays, by a connection that may', () => {
  const file = bench.config(text);
  const { code, stdout } = jalur('apply', file, '--confirm', '60');
  expect(code).toBe(0);
  expect(stdout).toMatch(/It is taken back at \d\d:\d\d:\d\d UTC unless it is confirmed\./);
  const [, hash = ''] = /sudo jalur confirm ([0-9a-f]{12})\n/.exec(stdout) ?? [];
  const other = jalur('confirm', 'f'.repeat(12));
  expect(other).toMatchObject({ code: 1, stderr: expect.stringContaining(`${file} (${hash})`) });
  const confirmed = jalur('confirm', hash);
  // Tests that somebody runs by SSH come by a connection from before.
  if (ownSession().kind === 'local')
    expect(confirmed).toMatchObject({ code: 0, stdout: `${file} (${hash}) stays.\n` });
  else expect(confirmed).toMatchObject({ code: 1, stderr: expect.stringContaining('new SSH connection') });
});

it('confirm, nothing waits → exit code 1, and what to do', () => {
  if (ownSession().kind !== 'local') return expect(jalur('status').stdout).toContain('gateway/unconfirmed');
  const { code, stderr } = jalur('confirm');
  expect([code, stderr]).toEqual([1, expect.stringContaining('No configuration waits to be confirmed.')]);
});

it('ended and left → its services run on; undo ends them and puts everything back', async () => {
  if (!started) throw new Error('nothing runs');
  const gone = once(started, 'exit');
  started.kill('SIGTERM');
  await gone;
  expect(services()).toEqual(['dnsmasq', 'dnsmasq', 'udhcpc']);
  expect(bench.dump()).toContain('table inet jalur');
  expect(jalur('undo', '--dry-run').stdout).toMatch(/end dhcp client ether1 \(process \d+\)/);
  expect(services().length).toBe(3);
  expect(jalur('undo').code).toBe(0);
  expect(services()).toEqual([]);
  expect(bench.dump()).toBe(asFound);
});
