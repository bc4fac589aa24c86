import { once } from 'node:events';
import { statSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pastThread } from '../../report/index.ts';
import { groupOf, run, sleep } from '../../sys/index.ts';
import type { ControlClient } from '../control/index.ts';
import { connectControl, controlClient } from '../control/index.ts';
import { type Gateway, startGateway } from '../index.ts';
import { type GatewayBench, gatewayBench } from '../testing/bench.ts';

// Everything that pages ask for, of a gateway that runs: answered by a kernel, a DHCP server and a journal that are there.

const text = `/interface ethernet set [ find default-name=ether1 ] comment=Alpha
/interface list add name=WAN
/interface list member add interface=ether1 list=WAN
/interface list member add interface=ether2 list=WAN
/ip address add address=192.168.0.1/24 interface=ether4
/ip address add address=20.20.20.2/24 interface=ether2
/ip dhcp-client add interface=ether1 disabled=no
/ip pool add name=lan ranges=192.168.0.100-192.168.0.199
/ip dhcp-server add name=lan interface=ether4 address-pool=lan
/ip dhcp-server network add address=192.168.0.0/24 gateway=192.168.0.1
/ip dhcp-server lease add address=192.168.0.5 mac-address=52:54:00:00:00:05 server=lan comment=printer
/ip route add dst-address=0.0.0.0/0 gateway=20.20.20.1 distance=5
/ip firewall mangle
add action=mark-connection chain=prerouting connection-mark=no-mark connection-state=new in-interface=ether4 new-connection-mark=lan_conn
/ip firewall nat add action=masquerade chain=srcnat out-interface-list=WAN
/queue simple add name=office target=192.168.0.0/24 max-limit=20M/100M
`;

let bench: GatewayBench;
let gateway: Gateway;
let client: ControlClient;

beforeAll(async () => {
  bench = await gatewayBench();
  const started = await startGateway({
    ...{ file: bench.config(text), stateDir: bench.stateDir, ns: bench.router, seed: 1, pace: 'jalur' },
    ...{ autoHealth: true, journal: true, past: pastThread, webUser: 'nobody', by: 'test' },
  });
  if (typeof started === 'string') throw new Error(started);
  gateway = started;
  const lan = [
    'udhcpc',
    '-n',
    '-q',
    '-i',
    'eth0',
    '-x',
    'hostname:ani',
    '-s',
    '/bin/true',
    '-t',
    '5',
    '-T',
    '1',
  ];
  run(lan, { ns: bench.lan });
  run(['ip', 'addr', 'add', '192.168.0.100/24', 'dev', 'eth0'], { ns: bench.lan });
  run(['ip', 'route', 'add', 'default', 'via', '192.168.0.1'], { ns: bench.lan });
  client = await connectControl(bench.stateDir);
  await until(async () => (await client.request('status')).lines.every(({ status }) => status === 'up'));
  run(['ping', '-c', '3', '-i', '0.2', '8.8.4.4'], { ns: bench.lan });
});

afterAll(async () => {
  client?.close();
  try {
    await gateway?.stop();
  } finally {
    await bench?.down();
  }
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await sleep(100);
}

it('interfaces → those of the text and of the kernel, with their counters and rates', async () => {
  const { interfaces, at } = await client.request('interfaces');
  expect(Date.parse(at)).toBeGreaterThan(0);
  const found = (name: string) => interfaces.find(one => one.name === name);
  expect(found('ether1')).toMatchObject({
    ...{ label: 'Alpha (ether1)', role: 'wan', exists: true, running: true, mtu: 1500 },
    addresses: expect.arrayContaining(['10.10.10.254/24']),
  });
  expect(found('ether1')?.sent.bytes).toBeGreaterThan(0);
  expect(found('ether4')).toMatchObject({ role: 'lan', type: 'ether' });
  expect(found('jalur-queue')).toMatchObject({ type: 'ifb', role: 'unknown' });
});

it('connections → the ping of a client, its mark, and the WAN that it really left by', async () => {
  const filter = { client: '192.168.0.100', protocol: 'icmp' };
  const { items, total, accounting, byWan } = await client.request('connections', { filter });
  expect([total, accounting, byWan]).toEqual([1, false, { ether1: 1 }]);
  expect(items[0]).toMatchObject({
    ...{ protocol: 'icmp', state: 'answered', mark: 'lan_conn', wan: 'ether1', wanBy: 'line' },
    original: { source: '192.168.0.100', destination: '8.8.4.4' },
    reply: { source: '8.8.4.4', destination: '10.10.10.254' },
  });
  expect(items[0]?.sent).toBeUndefined();
  expect((await client.request('connections', { filter: { ...filter, wan: 'ether2' } })).total).toBe(0);
  const { connections } = await client.request('counters');
  expect(connections.find(({ mark }) => mark === 'lan_conn')?.connections).toBeGreaterThan(0);
});

it('queues → limits of the text, what passed both ways, and a rate once asked again', async () => {
  const { queues } = await client.request('queues');
  expect(queues).toMatchObject([
    {
      ...{ name: 'office', kind: 'simple', applied: true, targets: ['192.168.0.0/24'] },
      upload: { maxLimitBps: 20e6, count: { dropped: 0 } },
      download: { maxLimitBps: 100e6 },
    },
  ]);
  const [office] = queues;
  expect(office?.upload?.count?.rateBps).toBeUndefined();
  expect(office?.upload?.count?.packets).toBeGreaterThanOrEqual(3);
  expect(office?.download?.count?.bytes).toBeGreaterThanOrEqual(3 * 84);
  run(['ping', '-c', '4', '-i', '0.2', '8.8.4.4'], { ns: bench.lan });
  const [again] = (await client.request('queues')).queues;
  expect(again?.download?.count?.rateBps).toBeGreaterThan(0);
});

it('leases → of the WAN, of a client of the LAN by its name, and one that waits', async () => {
  const { wan, lan, servers } = await client.request('leases');
  expect(wan).toMatchObject([
    { line: 'ether1', lease: { gateway: '10.10.10.1' }, expiresAt: expect.any(String) },
  ]);
  expect(lan).toMatchObject([
    { interface: 'ether4', hostname: 'ani', status: 'bound', expiresAt: expect.any(String) },
    { address: '192.168.0.5', mac: '52:54:00:00:00:05', status: 'waiting', comment: 'printer' },
  ]);
  expect(servers).toEqual([{ interface: 'ether4', network: '192.168.0.0/24', given: 1, addresses: 100 }]);
});

it('rates → each second, of lines and interfaces, for who asks', async () => {
  const heard = new Promise<Parameters<Parameters<ControlClient['onRates']>[0]>[0]>(resolve => {
    const end = client.onRates(rates => {
      end();
      resolve(rates);
    });
  });
  await client.request('subscribe', { rates: true });
  const { lines, interfaces, overMs } = await heard;
  await client.request('subscribe');
  expect(overMs).toBeGreaterThan(500);
  expect(Object.keys(lines).sort()).toEqual(['ether1', 'ether2']);
  expect(lines['ether1']?.roundTripMs).toBeGreaterThan(0);
  expect(interfaces['ether4']?.receivedBps).toBeGreaterThanOrEqual(0);
});

describe('configurations', () => {
  const file = () => join(bench.stateDir, 'gateway.rsc');
  const other = text.replace('max-limit=20M/100M', 'max-limit=10M/50M');

  it('applied for what it is a change of, taken back, and in the history with who asked', async () => {
    const { hash, texts } = await client.request('texts');
    expect(texts).toEqual([{ file: file(), text }]);
    const change = { files: [file()], texts: [{ file: file(), text: other }], by: 'ani' };
    const { accepted } = await client.request('apply', { ...change, ifHash: hash, confirmMs: 60_000 });
    expect(accepted).toBe(true);
    expect((await client.request('queues')).queues[0]?.upload?.maxLimitBps).toBe(10e6);
    expect((await client.request('texts')).trial).toMatchObject({ previous: hash, inForce: true });
    expect(await client.request('rollback', { by: 'budi' })).toMatchObject({ hash, accepted: true });
    expect((await client.request('queues')).queues[0]?.upload).toMatchObject({
      maxLimitBps: 20e6,
      count: {},
    });
    await client.request('apply', change);
    const gone = { ...change, ifHash: hash };
    await expect(client.request('apply', gone)).rejects.toMatchObject({
      error: { code: 'control/changed-meanwhile' },
    });
    expect(await client.request('rollback', { to: hash, by: 'budi' })).toMatchObject({ hash });
    await until(async () => (await client.request('applied')).items.length >= 5);
    const { items } = await client.request('applied');
    expect(items.map(({ how, by, result, kept }) => `${how} ${by} ${result} ${kept}`)).toEqual([
      'rolled-back budi in-force true',
      'apply ani in-force true',
      'rolled-back budi in-force true',
      'apply ani on-trial true',
      'start test in-force true',
    ]);
  });
});

describe('the past', () => {
  it('a line falls and returns → an incident with its page, in status, in the journal and in what was measured', async () => {
    bench.plug(0, false);
    await until(async () => (await client.request('status')).lines[0]?.status === 'down');
    await sleep(3000);
    bench.plug(0, true);
    await until(async () => (await client.request('status')).lines[0]?.status === 'up');
    await until(async () => (await client.request('incidents', {})).incidents[0]?.until !== undefined);
    const { incidents } = await client.request('incidents', {});
    expect(incidents[0]).toMatchObject({ line: 'ether1', causes: ['carrier'] });
    const [{ lastOutage } = {}] = (await client.request('status')).lines;
    expect(lastOutage).toMatchObject({ cause: 'carrier', until: expect.any(String) });
    const page = await client.request('incident', { incident: incidents[0]?.id ?? '' });
    expect(page.story).toContain('ether1');
    expect(page.events.map(({ event }) => event.type)).toContain('decision');
    const { items } = await client.request('journal', { kinds: ['line'], limit: 2 });
    expect(items[0]?.event).toMatchObject({ type: 'line', line: 'ether1', status: 'up' });
    const since = new Date(Date.now() - 600_000).toISOString();
    const { series, stepMs } = await client.request('series', { line: 'Alpha', what: ['up', 'rtt'], since });
    expect([stepMs, series['up']?.some(({ min }) => min === 0)]).toEqual([1000, true]);
    expect(await client.request('report', { since })).toMatchObject({
      lines: expect.arrayContaining([expect.objectContaining({ line: 'ether1' })]),
    });
    const unknown = client.request('incident', { incident: 'ether9' });
    await expect(unknown).rejects.toMatchObject({ error: { code: 'control/unknown-incident' } });
  });
});

it('the socket of the pages → of the group of its user, who gets through to it; less is answered there', async () => {
  const path = join(bench.stateDir, 'web.sock');
  const { mode, gid } = statSync(path);
  expect([mode & 0o777, gid]).toEqual([0o660, groupOf('nobody')]);
  expect(statSync(bench.stateDir).mode & 0o011).toBe(0o011);
  const socket = connect(path);
  await once(socket, 'connect');
  const page = controlClient(socket);
  expect((await page.request('status')).lines).toHaveLength(2);
  await expect(page.request('stop')).rejects.toMatchObject({ error: { code: 'control/not-allowed' } });
  page.close();
});
