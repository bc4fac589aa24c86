import {
  chmodSync,
  existsSync,
  fstatSync,
  mkdtempSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  createNamespace,
  deleteNamespace,
  killProcessesIn,
  type Namespace,
  packagePath,
  type RunResult,
  run,
  sleep,
} from '../sys/index.ts';
import { type GatewayBench, gatewayBench } from './testing/bench.ts';
import { type JalurRun, type JalurRunner, jalurRunner } from './testing/jalur-run.ts';

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
let runner: JalurRunner;
let asFound: string;

beforeAll(async () => {
  bench = await gatewayBench();
  runner = jalurRunner(bench);
  asFound = bench.dump();
});

afterAll(async () => {
  await runner?.end();
  await bench?.down();
});

const jalur = (...words: string[]): RunResult => runner.jalur(...words);

/** `jalur run`, until it has its lease in the routes. */
async function start(): Promise<JalurRun> {
  const started = runner.start(bench.config(text));
  await started.leased();
  return started;
}

/** Killed, and everything that it has started is left. */
async function kill(): Promise<void> {
  runner.last?.child.kill('SIGKILL');
  await runner.last?.ended;
}

const servers = (): string[] =>
  run(['pgrep', '-f', `pid-file=${runner.state}/`], { allowFailure: true })
    .stdout.split('\n')
    .filter(line => line !== '');

it('a second gateway, with another state folder → refused with the process that has the namespace', async () => {
  const first = await start();
  const before = bench.dump();
  const other = mkdtempSync(join(bench.stateDir, 'second-'));
  const second = run(
    [process.execPath, packagePath('bin/jalur'), 'run', bench.config(text), '--state', other],
    {
      ns: bench.router,
      allowFailure: true,
    },
  );
  expect(second.code).toBe(2);
  expect(second.stderr).toContain(`process ${first.child.pid}`);
  expect(bench.dump()).toBe(before);
  expect(existsSync(join(other, 'kernel.json'))).toBe(false);
});

it('undo beside it → refused, the gateway goes on', () => {
  const before = bench.dump();
  const { code, stderr } = jalur('undo');
  expect([code, stderr]).toEqual([2, expect.stringContaining(`process ${runner.last?.child.pid}`)]);
  expect(bench.dump()).toBe(before);
});

it('what it keeps → readable by its user alone', () => {
  const modes = ['kernel.json', 'seed', 'world.json'].map(
    name => statSync(join(runner.state, name)).mode & 0o777,
  );
  expect(modes).toEqual([0o600, 0o600, 0o600]);
});

it('its output is closed → it goes on; killed → undo puts everything back and ends its servers', async () => {
  runner.last?.child.stdout?.destroy();
  bench.plug(0, false);
  await sleep(300);
  bench.plug(0, true);
  await sleep(300);
  expect(runner.last?.child.exitCode).toBe(null);
  await kill();
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
  await kill();
  bench.ip('addr', 'del', '192.168.0.1/24', 'dev', 'ether4');
  bench.ip('addr', 'add', '192.168.0.1/24', 'dev', 'ether4');
  run(['sysctl', '-w', 'net.ipv4.conf.ether1.rp_filter=1'], { ns: bench.router });
  expect(jalur('undo').code).toBe(0);
  expect(bench.ip('addr', 'show', 'dev', 'ether4')).toContain('192.168.0.1/24');
  const setting = run(['sysctl', '-n', 'net.ipv4.conf.ether1.rp_filter'], { ns: bench.router }).stdout.trim();
  expect(setting).toBe('1');
  bench.ip('addr', 'del', '192.168.0.1/24', 'dev', 'ether4');
});

it('at its end a setting cannot be restored → said with what is left, exit code not 0; undo restores the rest', async () => {
  const before = bench.dump();
  const alone = jalurRunner(bench, ['unshare', '--mount', '--propagation', 'private']);
  const gateway = alone.start(bench.config(text));
  await gateway.leased();
  const readOnly = 'mount --bind /proc/sys /proc/sys && mount -o remount,bind,ro /proc/sys';
  run(['nsenter', '-t', `${gateway.child.pid}`, '-m', 'sh', '-c', readOnly]);
  gateway.child.kill('SIGTERM');
  await gateway.ended;
  expect(gateway.said()).toContain('gateway/undo-incomplete');
  expect(gateway.said()).toContain('"undone":false');
  expect(bench.dump()).not.toBe(before);
  expect(jalur('undo').code).toBe(0);
  expect(bench.dump()).toBe(before);
});

it('a ledger of another boot, or that others may write → not obeyed, and said', async () => {
  await start();
  await kill();
  const file = join(runner.state, 'kernel.json');
  const ledger = readFileSync(file, 'utf8');
  chmodSync(file, 0o666);
  expect(jalur('undo', '--dry-run').stderr).toContain('could be written by others');
  chmodSync(file, 0o600);
  writeFileSync(file, ledger.replace(/"boot": "[^"]*"/, '"boot": "another"'));
  const { stderr } = jalur('undo');
  expect(stderr).toContain('before the last boot');
});

it('its namespace is gone, another has its number now → undo takes nothing from that one', async () => {
  let orphan = await orphaned();
  let heir = await heirOf(orphan.number);
  while (!heir) {
    orphan = await orphaned();
    heir = await heirOf(orphan.number);
  }
  run(['ip', 'link', 'add', 'ether4', 'type', 'veth', 'peer', 'name', 'cable'], { ns: heir });
  run(['ip', 'addr', 'add', '192.168.0.1/24', 'dev', 'ether4'], { ns: heir });
  run(['sysctl', '-w', 'net.ipv4.ip_forward=1'], { ns: heir });
  const undo = run([process.execPath, packagePath('bin/jalur'), 'undo', '--state', orphan.state], {
    ns: heir,
    allowFailure: true,
  });
  expect(undo.stderr).toContain('another network namespace');
  expect(run(['ip', 'addr', 'show', 'ether4'], { ns: heir }).stdout).toContain('192.168.0.1/24');
  expect(run(['sysctl', '-n', 'net.ipv4.ip_forward'], { ns: heir }).stdout.trim()).toBe('1');
  heir.close();
  deleteNamespace(heir.name);
});

/** What a killed gateway knew of a namespace that is gone, and which number that had. */
async function orphaned(): Promise<{ readonly number: number; readonly state: string }> {
  const other = createNamespace(`reused-${process.pid}`);
  const number = fstatSync(other.fd).ino;
  const own = jalurRunner({ ...bench, router: other, stateDir: join(bench.stateDir, `reused-${number}`) });
  run(['ip', 'link', 'add', 'ether4', 'type', 'veth', 'peer', 'name', 'cable'], { ns: other });
  const gateway = own.start(bench.config('/ip address add address=192.168.0.1/24 interface=ether4\n'));
  await gateway.heard(/"type":"ready"/);
  gateway.child.kill('SIGKILL');
  await gateway.ended;
  killProcessesIn([other]);
  other.close();
  deleteNamespace(other.name);
  return { number, state: own.state };
}

/**
 * A new namespace with that number. The kernel gives the lowest that is free, and frees that of one that is gone a little later: those
 * with other numbers stay meanwhile, or theirs would come again. Undefined: somebody else has got it.
 */
async function heirOf(number: number): Promise<Namespace | undefined> {
  const others: Namespace[] = [];
  try {
    for (let tries = 0; tries < 60; tries++) {
      const next = createNamespace(`heir-${process.pid}-${tries}`);
      if (fstatSync(next.fd).ino === number) return next;
      others.push(next);
      await sleep(50);
    }
    return undefined;
  } finally {
    for (const one of others) {
      one.close();
      deleteNamespace(one.name);
    }
  }
}
