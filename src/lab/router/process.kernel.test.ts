import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ipv4 } from '../../net/index.ts';
import { listNamespaces, monotonicMs, packagePath, sleep } from '../../sys/index.ts';
import { bringUp } from '../build/bring-up.ts';
import type { Lab } from '../build/lab.ts';
import { readTopology } from '../topology/read.ts';
import { startPings } from '../traffic/index.ts';
import { GatewayEnded } from './errors.ts';

const prefix = `labgw${process.pid}-`;
const example = (file: string): string => packagePath(`examples/${file}`);

function topologyOf(name: string) {
  const file = example(`${name}/topology.yaml`);
  const { topology, diagnostics } = readTopology(readFileSync(file, 'utf8'), file);
  expect(diagnostics).toEqual([]);
  if (!topology) throw new Error(`no topology for ${name}`);
  return topology;
}

async function answered(lab: Lab, targets: readonly Ipv4[], count: number): Promise<number> {
  const ns = lab.clients[0]?.ns;
  if (!ns) throw new Error('no client');
  const pinging = startPings({ ns, targets, everyMs: 20, timeoutMs: 1000 });
  await sleep(count * 20);
  return (await pinging.stop()).filter(({ rttMs }) => rttMs !== null).length;
}

describe('the real gateway in a lab', () => {
  let lab: Lab;

  beforeAll(async () => {
    lab = await bringUp(topologyOf('paper-fixed'), example('paper-fixed/paper-fixed.rsc'), { prefix });
  });

  afterAll(() => lab?.down());

  it('has every lease, and the kernel does as it wants', async () => {
    const { world } = await lab.router.request('status');
    expect(Object.keys(world.leases).sort()).toEqual(['ether1', 'ether2']);
    expect(world.leases['ether1']).toMatchObject({
      address: { address: '10.10.10.254' },
      gateway: '10.10.10.1',
    });
    expect((await lab.router.request('routes')).differences).toEqual([]);
    expect(lab.clients.map(({ gateway }) => gateway)).toEqual(Array(4).fill('192.168.0.1'));
  });

  it('reaches many servers by both lines', async () => {
    const before = lab.counters();
    expect(await answered(lab, lab.internet.servers.slice(0, 30), 30)).toBeGreaterThanOrEqual(30);
    const after = lab.counters();
    for (const { interface: port } of lab.topology.isps) {
      expect((after[port]?.txPackets ?? 0) - (before[port]?.txPackets ?? 0)).toBeGreaterThanOrEqual(3);
    }
  });

  it('detects within moments that a cable was pulled, and uses the other', async () => {
    const fault = await lab.fault('unplug', 'isp1');
    const detected = await lab.router.until(
      'a change of routes',
      event => event.type === 'routes-changed' && event.atMs > fault.atMs - 50,
    );
    expect(detected.type).toBe('routes-changed');
    expect(await answered(lab, ['203.0.113.7'], 10)).toBeGreaterThanOrEqual(9);
    // The gateway may have seen it before we hear that it is done.
    const beforeMs = monotonicMs();
    await fault.repair();
    await lab.router.until(
      'the routes back',
      ({ type, atMs }) => type === 'routes-changed' && atMs > beforeMs,
    );
  });

  it('follows a new gateway', async () => {
    const since = monotonicMs();
    const fault = await lab.fault('gateway-change', 'isp2');
    await lab.router.until(
      'a lease with another gateway',
      event => event.type === 'lease' && event.atMs > since && event.lease?.gateway === '20.20.20.2',
    );
    await fault.repair();
  });

  it('says why a gateway could not run, and leaves nothing of the lab', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'jalur-test-'));
    const file = join(folder, 'broken.rsc');
    writeFileSync(file, '/ip address add address=999.1.1.1/24 interface=ether1\n');
    const broken = bringUp(topologyOf('paper'), file, { prefix: `${prefix}x-` });
    await expect(broken).rejects.toBeInstanceOf(GatewayEnded);
    rmSync(folder, { recursive: true });
    expect(listNamespaces().filter(name => name.startsWith(`${prefix}x-`))).toEqual([]);
  });
});
