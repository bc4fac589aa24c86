import { chownSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type Capability,
  capabilityMask,
  commandLineOf,
  gatewayCapabilities,
  packagePath,
  privilegesIn,
  run,
  sleep,
} from '../sys/index.ts';
import { connectControl } from './index.ts';
import { type GatewayBench, gatewayBench } from './testing/bench.ts';
import { type JalurRunner, jalurRunner } from './testing/jalur-run.ts';

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

/** Its process, once its lease is in the routes. */
async function start(file: string): Promise<number> {
  const started = runner.start(file);
  await started.leased();
  return started.child.pid ?? 0;
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

const pidIn = (status: string): number => Number(/^Pid:\s*(\d+)/m.exec(status)?.[1]);
const nameIn = (status: string): string => /^Name:\s*(\S+)/.exec(status)?.[1] ?? '';

it('a gateway runs → no thread of it may do more than it needs, nor get more; its children neither', async () => {
  const pid = await start(bench.config(text));
  const all = threads(pid);
  expect(all.length).toBeGreaterThan(5);
  expect(all.map(status => beyond(status, gatewayCapabilities))).toEqual(all.map(() => 0n));
  expect(all.every(status => privilegesIn(status).noNewPrivileges)).toBe(true);
  const children = childrenOf(pid);
  // It may be reading its table at this moment.
  expect(new Set(children.map(nameIn).filter(name => name !== 'nft'))).toEqual(
    new Set(['udhcpc', 'dnsmasq']),
  );
  for (const child of children) {
    expect([nameIn(child), beyond(child, gatewayCapabilities)]).toEqual([nameIn(child), 0n]);
    expect([nameIn(child), privilegesIn(child).noNewPrivileges]).toEqual([nameIn(child), true]);
  }
});

const userOf = (status: string): string | undefined => /^Uid:\s*(\d+)/m.exec(status)?.[1];

/** What it may do now, or take: nothing that it starts may do more, as it is not root and no_new_privs holds. */
const rightsOf = (status: string): bigint => privilegesIn(status).permitted | privilegesIn(status).effective;

it('what it has started → each has a user of its own, and of the rights of the gateway only those that it needs', () => {
  const children = childrenOf(runner.last?.child.pid ?? 0);
  const rights: Readonly<Record<string, readonly Capability[]>> = {
    udhcpc: ['NET_RAW', 'NET_BIND_SERVICE'],
    'dnsmasq dhcp': ['NET_ADMIN', 'NET_RAW', 'NET_BIND_SERVICE'],
    'dnsmasq dns': ['NET_RAW', 'NET_BIND_SERVICE'],
  };
  const found = children.map(status => {
    const isDns = commandLineOf(pidIn(status)).some(word => word.endsWith('/dns.pid'));
    const kind = nameIn(status) === 'dnsmasq' ? `dnsmasq ${isDns ? 'dns' : 'dhcp'}` : nameIn(status);
    return {
      kind,
      root: userOf(status) === '0',
      more: rightsOf(status) & ~capabilityMask(rights[kind] ?? []),
    };
  });
  expect(found.sort((a, b) => a.kind.localeCompare(b.kind))).toEqual(
    ['dnsmasq dhcp', 'dnsmasq dns', 'udhcpc'].map(kind => ({ kind, root: false, more: 0n })),
  );
});

it('so confined, it repairs, probes, takes another configuration, and puts everything back', async () => {
  run(['nft', 'flush', 'ruleset'], { ns: bench.router });
  const isBack = (): boolean =>
    run(['nft', 'list', 'ruleset'], { ns: bench.router }).stdout.includes('udp dport 445');
  for (let tries = 0; tries < 100 && !isBack(); tries++) await sleep(50);
  expect(isBack()).toBe(true);
  const client = await connectControl(runner.state);
  const loop = `${text}/ip firewall filter add chain=forward action=jump jump-target=x
/ip firewall filter add chain=x action=jump jump-target=x\n`;
  expect((await client.request('config', { file: bench.config(loop) })).accepted).toBe(false);
  const other = `${text}/ip firewall filter add chain=forward action=drop protocol=udp dst-port=446\n`;
  expect((await client.request('config', { file: bench.config(other) })).accepted).toBe(true);
  expect(run(['nft', 'list', 'ruleset'], { ns: bench.router }).stdout).toContain('446');
  const { conditions } = await client.request('status');
  expect(conditions.map(({ code }) => code)).toEqual(['gateway/changed-by-others']);
  client.close();
  await runner.end();
  expect(bench.dump()).toBe(asFound);
});

it('the configuration is readable for its owner alone → it is read, with that right and no other more', async () => {
  const home = join(bench.stateDir, 'home');
  mkdirSync(home, { mode: 0o700 });
  const file = join(home, 'office.rsc');
  writeFileSync(file, text, { mode: 0o600 });
  for (const path of [file, home]) chownSync(path, 1000, 1000);
  const pid = await start(file);
  const allowed = [...gatewayCapabilities, 'DAC_READ_SEARCH'] as const;
  expect(threads(pid).map(status => beyond(status, allowed))).toEqual(threads(pid).map(() => 0n));
  await runner.end();
  expect(bench.dump()).toBe(asFound);
});

it('a container gives no right to change the network → exit code 2, which right, and how to give it', () => {
  const cli = packagePath('bin/jalur');
  const argv = ['setpriv', '--bounding-set', '-net_admin', process.execPath, cli, 'run', bench.config(text)];
  const { code, stderr } = run([...argv, '--state', runner.state], { ns: bench.router, allowFailure: true });
  expect(code).toBe(2);
  expect(stderr).toContain('CAP_NET_ADMIN is missing');
  expect(stderr).toContain('--cap-add=NET_ADMIN');
  expect(bench.dump()).toBe(asFound);
});
