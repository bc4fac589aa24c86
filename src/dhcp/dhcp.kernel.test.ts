import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DhcpServerService } from '../linux/index.ts';
import { noOrigin } from '../model/index.ts';
import type { Ipv4 } from '../net/index.ts';
import type { Lease } from '../rib/index.ts';
import {
  createNamespace,
  deleteNamespace,
  type Namespace,
  namespaceIdentity,
  run,
  sleep,
} from '../sys/index.ts';
import {
  type DhcpClientHandle,
  dnsmasqServices,
  endStaleServices,
  type LeaseEvent,
  type ServiceSet,
  serviceSet,
  staleServices,
  startDhcpClient,
} from './index.ts';

const [routerName, ispName] = [`dhcp-r-${process.pid}`, `dhcp-i-${process.pid}`];
const stateDir = mkdtempSync(join(tmpdir(), 'dhcp-'));
let router: Namespace;
let isp: Namespace;
let servers: ServiceSet;
let client: DhcpClientHandle | undefined;
const events: LeaseEvent[] = [];
let heard: () => void = () => {};

const ip = (ns: Namespace, ...args: string[]) => run(['ip', ...args], { ns });

/** The ISP's DHCP server as data: same code as for the LAN of a gateway. */
const server = (gateway: Ipv4): { readonly dhcpServers: readonly DhcpServerService[] } => ({
  dhcpServers: [
    {
      ...{ origin: noOrigin, interface: 'cpe', leaseTime: 3_600_000 },
      network: '10.10.10.0/24',
      ranges: [{ from: '10.10.10.254', to: '10.10.10.254' }],
      gateway: [gateway],
      dns: ['1.1.1.1'],
      ...{ ntp: [], authoritative: true, leases: [] },
    },
  ],
});

async function nextLease(after: number): Promise<Lease> {
  while (true) {
    const found = events.slice(after).find(event => event.kind === 'bound');
    if (found?.kind === 'bound') return found.lease;
    await new Promise<void>(resolve => {
      heard = resolve;
    });
  }
}

beforeAll(async () => {
  router = createNamespace(routerName);
  isp = createNamespace(ispName);
  ip(router, 'link', 'add', 'ether1', 'type', 'veth', 'peer', 'name', 'cpe', 'netns', ispName);
  ip(isp, 'addr', 'add', '10.10.10.1/24', 'dev', 'cpe');
  ip(router, 'link', 'set', 'dev', 'ether1', 'up');
  ip(isp, 'link', 'set', 'dev', 'cpe', 'up');
  servers = serviceSet({ ns: isp });
  await servers.set(dnsmasqServices(server('10.10.10.1'), stateDir));
});

afterAll(async () => {
  await client?.stop();
  await servers?.set([]);
  for (const ns of [router, isp]) ns?.close();
  for (const name of [routerName, ispName]) deleteNamespace(name);
  rmSync(stateDir, { recursive: true });
});

it('gets a lease and touches nothing of the system by itself', async () => {
  client = startDhcpClient(
    { origin: noOrigin, interface: 'ether1', hostname: 'office' },
    event => {
      events.push(event);
      heard();
    },
    { ns: router },
  );
  expect(await nextLease(0)).toEqual({
    interface: 'ether1',
    address: { address: '10.10.10.254', length: 24 },
    gateway: '10.10.10.1',
    dns: ['1.1.1.1'],
    server: '10.10.10.1',
    leaseTime: 3_600_000,
  });
  expect(ip(router, '-4', 'addr', 'show', 'dev', 'ether1').stdout).toBe('');
});

it('leaves services alone that have not changed, and restarts those that have', async () => {
  const [before] = servers.pids;
  expect(await servers.set(dnsmasqServices(server('10.10.10.1'), stateDir))).toEqual([]);
  expect(servers.pids).toEqual([before]);
  expect(await servers.set(dnsmasqServices(server('10.10.10.9'), stateDir))).toEqual(['dhcp server cpe']);
  expect(servers.pids).not.toEqual([before]);
});

it('learns another gateway when it asks again', async () => {
  const seen = events.length;
  ip(router, 'addr', 'add', '10.10.10.254/24', 'dev', 'ether1');
  client?.renew();
  expect((await nextLease(seen)).gateway).toBe('10.10.10.9');
});

const silence =
  'table netdev silent { chain in { type filter hook ingress device "cpe" priority 0; udp dport 67 drop; }; }';

it('is asked twice while its server is silent → begins anew, and has lost nothing', async () => {
  const seen = events.length;
  run(['nft', '-f', '-'], { ns: isp, input: silence });
  client?.renew();
  // As another gateway would, which does not know that it was asked.
  process.kill(client?.pid ?? 0, 'SIGUSR1');
  await sleep(300);
  run(['nft', 'delete', 'table', 'netdev', 'silent'], { ns: isp });
  await nextLease(seen);
  expect(events.slice(seen).map(({ kind }) => kind)).toEqual(['bound']);
});

it('gives its lease back because somebody tells it to → lost; is asked again → bound', async () => {
  const seen = events.length;
  process.kill(client?.pid ?? 0, 'SIGUSR2');
  while (events.length === seen) await sleep(20);
  client?.renew();
  await nextLease(seen);
  expect(events.slice(seen).map(({ kind }) => kind)).toEqual(['lost', 'bound']);
});

it('ends servers of a gateway that was killed', async () => {
  const [pid] = servers.pids;
  const home = namespaceIdentity(isp);
  expect(staleServices(stateDir, home).map(one => one.pid)).toEqual([pid]);
  await endStaleServices(stateDir, home);
  expect(staleServices(stateDir, home)).toEqual([]);
});

it('releases its lease when it ends', async () => {
  await client?.stop();
  client = undefined;
  expect(events.at(-1)).toMatchObject({ kind: 'lost' });
});
