import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ipv4 } from '../../net/index.ts';
import { createNamespace, deleteNamespace, type Namespace, run, sleep } from '../../sys/index.ts';
import {
  goodput,
  greeting,
  inPool,
  quality,
  type Servers,
  startDownloads,
  startPings,
  startServers,
  startSessions,
  startUploads,
  tryPorts,
} from './index.ts';

const name = (role: string): string => `traffic-${process.pid}-${role}`;
const ip = (role: string, ...args: string[]) => run(['ip', '-n', name(role), ...args]);
const clientAddress = '10.99.0.2';
const server = (index: number): Ipv4 => `203.0.113.${index}`;

let client: Namespace;
let internet: Namespace;
let servers: Servers;

// Two machines and a cable; the second has every address of 203.0.113.0/24. The cable carries 2 Mbit/s each way.
beforeAll(async () => {
  client = createNamespace(name('c'));
  internet = createNamespace(name('i'));
  ip('c', 'link', 'add', 'eth0', 'type', 'veth', 'peer', 'name', 'wan', 'netns', name('i'));
  for (const [role, device, address] of [
    ['c', 'eth0', `${clientAddress}/24`],
    ['i', 'wan', '10.99.0.1/24'],
  ] as const) {
    ip(role, 'address', 'add', address, 'dev', device);
    for (const link of ['lo', device]) ip(role, 'link', 'set', 'dev', link, 'up');
    const rate = ['rate', '2mbit', 'burst', '3000', 'limit', '15000'];
    run(['tc', '-n', name(role), 'qdisc', 'add', 'dev', device, 'root', 'tbf', ...rate]);
  }
  ip('c', 'route', 'add', 'default', 'via', '10.99.0.1');
  ip('i', 'route', 'add', 'local', '203.0.113.0/24', 'dev', 'lo');
  servers = await startServers(internet);
});

afterAll(async () => {
  await servers?.close();
  client?.close();
  internet?.close();
  deleteNamespace(name('c'));
  deleteNamespace(name('i'));
});

const unplug = (): void => void ip('i', 'link', 'set', 'dev', 'wan', 'down');
const plug = (): void => void ip('i', 'link', 'set', 'dev', 'wan', 'up');

describe('pings', () => {
  it('answers all while the cable is in and none while it is not', async () => {
    const pings = startPings({ ns: client, targets: [server(1), server(2)], everyMs: 10, timeoutMs: 200 });
    await sleep(150);
    const answered = pings.samples().length - 1;
    unplug();
    const lost = pings.samples().length;
    await sleep(100);
    const samples = await pings.stop();
    plug();
    expect(quality(samples.slice(0, answered)).lossPct).toBe(0);
    expect(quality(samples.slice(lost)).lossPct).toBe(100);
    expect(samples.slice(0, 2).map(({ target }) => target)).toEqual([server(1), server(2)]);
  });
});

describe('greetings', () => {
  it('tell which address the server saw', async () => {
    expect(await greeting({ ns: client, address: server(7) })).toMatchObject({
      ok: true,
      seenAs: clientAddress,
    });
  });

  it('say why there was none', async () => {
    const refused = await greeting({ ns: client, address: server(7), port: 9 });
    expect(refused).toMatchObject({ ok: false, why: 'ECONNREFUSED' });
    unplug();
    const silent = await greeting({ ns: client, address: server(7), timeoutMs: 50 });
    plug();
    expect(silent.ok).toBe(false);
  });

  it('come by the hundred', async () => {
    const targets = Array.from({ length: 300 }, (_, index) => server((index % 250) + 1));
    const all = await inPool(targets, 32, address => greeting({ ns: client, address }));
    expect(all.filter(result => result?.ok)).toHaveLength(300);
  });
});

// A process that gets its turn late reads a burst: a rate over a second may exceed the line's by that.
const atMost = 1.25 * 2e6;

describe('bulk transfers', () => {
  const flows = () => [1, 2, 3, 4].map(index => ({ ns: client, address: server(index) }));

  it('fill the line downwards, as counted at the receiver', async () => {
    const downloads = startDownloads(flows());
    const rate = await goodput(downloads, 500, 1500);
    downloads.stop();
    expect(rate).toBeGreaterThan(0.5 * 2e6);
    expect(rate).toBeLessThan(atMost);
  });

  it('fill the line upwards', async () => {
    const uploads = startUploads(flows(), servers);
    const rate = await goodput(uploads, 500, 1500);
    uploads.stop();
    expect(rate).toBeGreaterThan(0.5 * 2e6);
    expect(rate).toBeLessThan(atMost);
  });

  it('end on a dead line too, and are not asked for again', async () => {
    unplug();
    const downloads = startDownloads(flows(), 50);
    await sleep(200);
    downloads.stop();
    plug();
    await sleep(300);
    const left = run(['ss', '-Htn', 'dst', '203.0.113.0/24'], { ns: client }).stdout;
    expect(left.split('\n').filter(line => line !== '' && !line.startsWith('TIME-WAIT'))).toEqual([]);
    expect(downloads.connected()).toBe(0);
  });
});

describe('sessions', () => {
  it('live, break by a reset, and hang where nobody says anything', async () => {
    const plans = (['echo', 'receive'] as const).map(kind => ({ ns: client, address: server(3), kind }));
    const sessions = startSessions(plans);
    await sleep(700);
    expect(sessions.alive()).toBe(2);
    expect(sessions.report().map(({ state, seenAs }) => [state, seenAs])).toEqual([
      ['alive', clientAddress],
      ['alive', clientAddress],
    ]);
    unplug();
    await sleep(3200);
    expect(sessions.report().map(({ state }) => state)).toEqual(['hung', 'hung']);
    plug();
    await servers.close();
    await sleep(1500);
    expect(sessions.stop().map(({ state }) => state)).toEqual(['broken', 'broken']);
    servers = await startServers(internet);
  });
});

describe('attempts', () => {
  const ports = [
    { protocol: 'tcp', port: 445 },
    { protocol: 'udp', port: 137 },
    { protocol: 'tcp', port: 8080 },
    { protocol: 'udp', port: 53 },
  ] as const;

  it('are seen where nothing is in the way, and not where a filter is', async () => {
    const path = { from: client, to: internet, address: server(9) };
    expect((await tryPorts(path, ports)).map(({ seen }) => seen)).toEqual([true, true, true, true]);
    const chain = 'type filter hook input priority 0; tcp dport 445 drop; udp dport 137 drop;';
    run(['nft', '-f', '-'], { ns: internet, input: `table inet t {\n chain c { ${chain} }\n}\n` });
    expect((await tryPorts(path, ports)).map(({ seen }) => seen)).toEqual([false, false, true, true]);
  });
});
