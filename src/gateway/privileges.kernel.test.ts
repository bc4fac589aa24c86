import type { ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type Capability,
  capabilityMask,
  end,
  gatewayCapabilities,
  packagePath,
  privilegesIn,
  run,
  sleep,
  spawnIn,
} from '../sys/index.ts';
import { connectControl } from './index.ts';
import { type GatewayBench, gatewayBench } from './testing/bench.ts';

const text = `
/ip address add address=192.168.0.1/24 interface=ether4
/ip dhcp-client add interface=ether1
/ip route add gateway=20.20.20.1 check-gateway=ping distance=3
/ip address add address=20.20.20.2/24 interface=ether2
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
  if (started) await end(started, 5000);
  await bench?.down();
});

const cli = packagePath('bin/jalur');
const state = (): string => join(bench.stateDir, 'state');

async function start(file: string): Promise<ChildProcess> {
  const child = spawnIn(bench.router, [process.execPath, cli, 'run', file, '--state', state(), '--json']);
  started = child;
  await new Promise<void>((resolve, reject) => {
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', part => {
        said += String(part);
        if (/"type":"lease".*"type":"routes-changed"/s.test(said)) resolve();
      });
    }
    child.once('exit', () => reject(new Error(said)));
  });
  return child;
}

const statusOf = (path: string): string => readFileSync(`${path}/status`, 'utf8');
const threads = (pid: number): readonly string[] =>
  readdirSync(`/proc/${pid}/task`).map(id => statusOf(`/proc/${pid}/task/${id}`));
const childrenOf = (pid: number): readonly string[] =>
  readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(name => {
      try {
        return statusOf(`/proc/${name}`);
      } catch {
        return '';
      }
    })
    .filter(status => new RegExp(`^PPid:\\s*${pid}$`, 'm').test(status));

/** What a thread may do beyond these. */
const beyond = (status: string, allowed: readonly Capability[]): bigint => {
  const { permitted, effective, bounding } = privilegesIn(status);
  return (permitted | effective | bounding) & ~capabilityMask(allowed);
};

const nameIn = (status: string): string => /^Name:\s*(\S+)/.exec(status)?.[1] ?? '';

it('a gateway runs → no thread of it may do more than it needs, nor get more; its children neither', async () => {
  const { pid = 0 } = await start(bench.config(text));
  const all = threads(pid);
  expect(all.length).toBeGreaterThan(5);
  expect(all.map(status => beyond(status, gatewayCapabilities))).toEqual(all.map(() => 0n));
  expect(all.every(status => privilegesIn(status).noNewPrivileges)).toBe(true);
  const children = childrenOf(pid);
  expect(new Set(children.map(nameIn))).toEqual(new Set(['udhcpc', 'dnsmasq']));
  for (const child of children) {
    expect([nameIn(child), beyond(child, gatewayCapabilities)]).toEqual([nameIn(child), 0n]);
    expect([nameIn(child), privilegesIn(child).noNewPrivileges]).toEqual([nameIn(child), true]);
  }
  const servers = children.filter(status => nameIn(status) === 'dnsmasq');
  expect(servers.length).toBe(2);
  // Servers have a user of their own, and of the rights only those to the network.
  for (const server of servers) {
    expect(/^Uid:\s*(\d+)/m.exec(server)?.[1]).not.toBe('0');
    const { effective } = privilegesIn(server);
    expect(effective & ~capabilityMask(['NET_ADMIN', 'NET_RAW', 'NET_BIND_SERVICE'])).toBe(0n);
  }
});

it('so confined, it repairs, probes, takes another configuration, and puts everything back', async () => {
  run(['nft', 'flush', 'ruleset'], { ns: bench.router });
  const isBack = (): boolean =>
    run(['nft', 'list', 'ruleset'], { ns: bench.router }).stdout.includes('udp dport 445');
  for (let tries = 0; tries < 100 && !isBack(); tries++) await sleep(50);
  expect(isBack()).toBe(true);
  const client = await connectControl(state());
  const loop = `${text}/ip firewall filter add chain=forward action=jump jump-target=x
/ip firewall filter add chain=x action=jump jump-target=x\n`;
  expect((await client.request('config', { file: bench.config(loop) })).accepted).toBe(false);
  const other = `${text}/ip firewall filter add chain=forward action=drop protocol=udp dst-port=446\n`;
  expect((await client.request('config', { file: bench.config(other) })).accepted).toBe(true);
  expect(run(['nft', 'list', 'ruleset'], { ns: bench.router }).stdout).toContain('446');
  const { conditions } = await client.request('status');
  expect(conditions.map(({ code }) => code)).toEqual(['gateway/changed-by-others']);
  client.close();
  if (started) await end(started, 5000);
  expect(bench.dump()).toBe(asFound);
});

it('the configuration is readable for its owner alone → it is read, with that right and no other more', async () => {
  const home = join(bench.stateDir, 'home');
  mkdirSync(home, { mode: 0o700 });
  const file = join(home, 'office.rsc');
  writeFileSync(file, text, { mode: 0o600 });
  for (const path of [file, home]) chownSync(path, 1000, 1000);
  chmodSync(bench.stateDir, 0o755);
  const { pid = 0 } = await start(file);
  const allowed = [...gatewayCapabilities, 'DAC_READ_SEARCH'] as const;
  expect(threads(pid).map(status => beyond(status, allowed))).toEqual(threads(pid).map(() => 0n));
  if (started) await end(started, 5000);
  expect(bench.dump()).toBe(asFound);
});

it('a container gives no right to change the network → exit code 2, which right, and how to give it', () => {
  const argv = ['setpriv', '--bounding-set', '-net_admin', process.execPath, cli, 'run', bench.config(text)];
  const { code, stderr } = run([...argv, '--state', state()], { ns: bench.router, allowFailure: true });
  expect(code).toBe(2);
  expect(stderr).toContain('CAP_NET_ADMIN is missing');
  expect(stderr).toContain('--cap-add=NET_ADMIN');
  expect(bench.dump()).toBe(asFound);
});
