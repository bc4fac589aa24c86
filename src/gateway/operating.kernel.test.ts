import type { ChildProcess } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { end, namespaceIdentity, packagePath, type RunResult, run, spawnIn } from '../sys/index.ts';
import type { Recorded, StatusReply } from './index.ts';
import { type GatewayBench, gatewayBench } from './testing/bench.ts';

const text = `
/interface ethernet set [ find default-name=ether2 ] comment=Beta
/interface list add name=WAN
/interface list member add interface=ether1 list=WAN
/interface list member add interface=ether2 list=WAN
/ip address add address=192.168.0.1/24 interface=ether4
/ip address add address=10.10.10.2/24 interface=ether1
/ip address add address=20.20.20.2/24 interface=ether2
/ip firewall nat add action=masquerade chain=srcnat out-interface-list=WAN
/ip route
add dst-address=8.8.4.4/32 gateway=10.10.10.1 scope=10
add dst-address=9.9.9.9/32 gateway=20.20.20.1 scope=10
add check-gateway=ping distance=1 dst-address=0.0.0.0/0 gateway=8.8.4.4 target-scope=11
add check-gateway=ping distance=2 dst-address=0.0.0.0/0 gateway=9.9.9.9 target-scope=11
`;

/** The folder of what outlives a reboot has this name. */
const name = `test-${process.pid}`;
const durable = join('/var/lib/jalur', name);

let bench: GatewayBench;
let started: ChildProcess | undefined;
/** What it said to its user beside its events. */
let complained = '';

beforeAll(async () => {
  bench = await gatewayBench();
});

afterAll(async () => {
  if (started) await end(started, 5000);
  // What it knows of leases stays for the next start.
  if (bench)
    rmSync(join('/run/jalur', namespaceIdentity(bench.router).cookie), { recursive: true, force: true });
  await bench?.down();
  rmSync(durable, { recursive: true, force: true });
});

const cli = packagePath('bin/jalur');

/** `jalur …` to its end; in the router's namespace unless told otherwise. */
const jalur = (
  words: readonly string[],
  ns = bench.router as GatewayBench['router'] | undefined,
): RunResult => run([process.execPath, cli, ...words], { ns, allowFailure: true });

const status = (): StatusReply => JSON.parse(jalur(['status', '--json']).stdout) as StatusReply;
const line = (which: string) => status().lines.find(one => one.line === which);

/** Until both lines are up, or one is as it was left by hand. */
async function start(): Promise<ChildProcess> {
  const argv = [process.execPath, cli, 'run', bench.config(text), '--name', name, '--json'];
  const child = spawnIn(bench.router, argv);
  started = child;
  complained = '';
  child.stderr?.on('data', part => {
    complained += String(part);
  });
  await new Promise<void>((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', part => {
      said += String(part);
      const isKnown = (which: string): boolean =>
        new RegExp(`"line":"${which}","status":"(up|down","cause":"forced)"`).test(said);
      if (said.includes('"type":"ready"') && isKnown('ether1') && isKnown('ether2')) resolve();
    });
    child.once('exit', () => reject(new Error(said)));
  });
  return child;
}

const mainLeadsBy = (): string => bench.ip('route', 'show', 'default').match(/dev (\S+)/)?.[1] ?? '';

it('no gateway runs → status, events and wan say so with what to do, exit code 2', () => {
  for (const words of [['status'], ['events'], ['wan'], ['wan', 'down', 'ether1']]) {
    const { code, stderr, stdout } = jalur(words);
    expect([words, code, stdout]).toEqual([words, 2, '']);
    expect(stderr).toContain('No gateway runs in this network namespace.');
    expect(stderr).toContain('jalur run');
  }
  expect(jalur(['status', '--name', 'nobody-at-all']).stderr).toContain(
    'No gateway of the name nobody-at-all',
  );
});

it('a gateway runs → status answers in the first line, then lines with gateway and round trip, routes, the file', async () => {
  await start();
  const { code, stdout } = jalur(['status']);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^running \d+ s, 2 of 2 lines up, nothing is wrong\n/);
  expect(stdout).toMatch(/ether1 +up .* 10\.10\.10\.1 +\d/);
  expect(stdout).toMatch(/Beta \(ether2\) +up .* 20\.20\.20\.1 +\d/);
  expect(stdout).toContain('main: by ether1 (8.8.4.4, distance 1)');
  expect(stdout).toContain('gateway.rsc (RouterOS v7), pace jalur');
});

it('connections are opened → counted for the line that they use', async () => {
  run(['ip', 'addr', 'replace', '192.168.0.50/24', 'dev', 'eth0'], { ns: bench.lan });
  run(['ip', 'route', 'replace', 'default', 'via', '192.168.0.1'], { ns: bench.lan });
  run(['ping', '-c', '1', '-W', '2', '9.9.9.9'], { ns: bench.lan, allowFailure: true });
  run(['ping', '-c', '1', '-W', '2', '8.8.4.4'], { ns: bench.lan, allowFailure: true });
  run(['ping', '-c', '1', '-W', '2', '208.67.220.220'], { ns: bench.lan, allowFailure: true });
  expect(line('ether1')?.opened).toMatchObject({ connections: 2 });
  expect(line('ether2')?.opened).toMatchObject({ connections: 1, share: 1 / 3 });
});

it('asked from another namespace → by its name; without it, it is named', () => {
  expect(jalur(['status', '--name', name], bench.lan).stdout).toMatch(/^running /);
  const { code, stderr } = jalur(['status'], bench.lan);
  expect(code).toBe(2);
  expect(stderr).toContain(`${name} (process ${started?.pid})`);
});

it('an unknown line → did you mean, and all lines; nothing changes', () => {
  const { code, stderr } = jalur(['wan', 'down', 'ehter1']);
  expect(code).toBe(2);
  expect(stderr).toContain("There is no WAN ehter1. Did you mean 'ether1'?");
  expect(stderr).toContain('WANs: ether1, Beta (ether2).');
  expect(status().conditions).toEqual([]);
});

it('a line is taken down by hand → routes leave it, the last one is refused; events tell it with milliseconds', async () => {
  expect(mainLeadsBy()).toBe('ether1');
  const { code, stdout } = jalur(['wan', 'down', 'ether1']);
  expect([code, stdout]).toEqual([0, 'ether1 is down (taken down by hand).\n']);
  expect(mainLeadsBy()).toBe('ether2');
  const last = jalur(['wan', 'down', 'beta']);
  expect([last.code, mainLeadsBy()]).toEqual([1, 'ether2']);
  expect(last.stderr).toContain('--force');
  const events = jalur(['events', '--json', '--since', '1m']).stdout.trim().split('\n');
  const said = events.map(one => JSON.parse(one) as Recorded).map(({ event }) => event);
  const decision = said.find(
    event => event.type === 'decision' && event.reason === 'ether1 was taken down by hand',
  );
  expect(decision).toMatchObject({
    steps: { applied: expect.any(Number) },
    changes: expect.arrayContaining([expect.stringMatching(/0\.0\.0\.0\/0 via 20\.20\.20\.1/)]),
  });
});

it('the gateway ends and starts again → the line is still down by hand; given back, its health decides', async () => {
  if (started) await end(started, 5000);
  expect(complained).toBe('');
  expect(JSON.parse(readFileSync(join(durable, 'forced.json'), 'utf8'))).toEqual(['ether1']);
  await start();
  expect(line('ether1')).toMatchObject({ status: 'down', cause: 'forced' });
  expect(mainLeadsBy()).toBe('ether2');
  expect(jalur(['wan', 'up', 'ether1']).stdout).toBe('ether1 is up.\n');
  expect(mainLeadsBy()).toBe('ether1');
});

it('the last line is taken down with --force → nothing leaves; status says it with exit code 1', () => {
  jalur(['wan', 'down', 'ether1']);
  expect(jalur(['wan', 'down', 'ether2', '--force']).code).toBe(0);
  expect(mainLeadsBy()).toBe('');
  const { code, stdout } = jalur(['status']);
  expect([code, stdout.split('\n')[0]]).toEqual([1, expect.stringContaining('0 of 2 lines up')]);
  for (const one of ['ether1', 'ether2']) jalur(['wan', 'up', one]);
  expect(mainLeadsBy()).toBe('ether1');
});

it('events are followed into a pipe → what happens comes as it happens; the gateway ends → so does following', async () => {
  const child = spawnIn(bench.router, [process.execPath, cli, 'events', '--follow', '--since', '0']);
  let said = '';
  const hears = (what: RegExp): Promise<void> =>
    new Promise(resolve => {
      const look = (): void => {
        if (what.test(said)) resolve();
      };
      child.stdout?.on('data', part => {
        said += String(part);
        look();
      });
      look();
    });
  const ended = new Promise(resolve => child.once('exit', resolve));
  jalur(['wan', 'down', 'ether2']);
  // It may have begun to listen only now: once more, and it surely hears.
  jalur(['wan', 'up', 'ether2']);
  jalur(['wan', 'down', 'ether2']);
  await hears(/decided: ether2 was taken down by hand/);
  if (started) await end(started, 5000);
  await ended;
  expect(said).toContain('stopped; the network of this machine is as it was before');
});
