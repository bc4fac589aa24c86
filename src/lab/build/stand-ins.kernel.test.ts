import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type KernelPort, openNetlinkPort } from '../../kernel/index.ts';
import { listNamespaces, sleep } from '../../sys/index.ts';
import { readBench } from '../orchestrate/index.ts';
import { startPings } from '../traffic/index.ts';
import { bringUp } from './bring-up.ts';
import type { Lab } from './lab.ts';

const prefix = `std${process.pid}-`;
const text = `/interface bridge add name=bridge
/interface pppoe-client
add add-default-route=yes disabled=no interface=ether1 name=pppoe-a
add add-default-route=yes default-route-distance=2 disabled=no interface=ether2 name=pppoe-b
/interface bridge port add bridge=bridge interface=ether3
/interface vlan add interface=bridge name=voice vlan-id=20
/ip address
add address=192.168.88.1/24 interface=bridge
add address=10.2.0.1/24 interface=voice
/ip pool add name=lan ranges=192.168.88.10-192.168.88.99
/ip dhcp-server add address-pool=lan disabled=no interface=bridge name=lan
/ip dhcp-server network add address=192.168.88.0/24 gateway=192.168.88.1
/ip firewall nat
add action=masquerade chain=srcnat out-interface=pppoe-a
add action=masquerade chain=srcnat out-interface=pppoe-b
`;

describe('a lab with stand-ins', () => {
  let lab: Lab;
  let folder: string;
  let kernel: KernelPort;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'jalur-test-'));
    writeFileSync(join(folder, 'office.rsc'), text);
    const { bench } = readBench(join(folder, 'office.rsc'));
    if (!bench) throw new Error('the configuration of this test has errors');
    lab = await bringUp(bench.topology, bench.config, { prefix, folder });
    kernel = openNetlinkPort(lab.router.ns);
  });

  afterAll(async () => {
    kernel?.close();
    await lab?.down();
    rmSync(folder, { recursive: true, force: true });
    expect(listNamespaces().filter(name => name.startsWith(prefix))).toEqual([]);
  });

  const link = (name: string) => kernel.links().find(one => one.name === name);
  const held = (name: string) =>
    kernel
      .addresses()
      .filter(one => one.interface === name)
      .map(({ address: { address, peer } }) => `${address}${peer === undefined ? '' : ` peer ${peer}`}`);

  async function answered(): Promise<boolean> {
    const ns = lab.clients[0]?.ns;
    if (!ns) throw new Error('no client');
    const pinging = startPings({ ns, targets: ['203.0.113.1'], everyMs: 20, timeoutMs: 500 });
    await sleep(300);
    return (await pinging.stop()).some(({ rttMs }) => rttMs !== null);
  }

  it('has a veth in the place of each line and VLAN, and the bridge itself', () => {
    expect(link('pppoe-a')).toMatchObject({ mtu: 1492, running: true });
    expect(held('pppoe-a')).toEqual(['100.64.0.2 peer 100.64.0.1']);
    expect(held('voice')).toEqual(['10.2.0.1']);
    expect(link('bridge')).toMatchObject({ running: true });
    expect(lab.clients.map(({ gateway }) => gateway)).toEqual(Array(4).fill('192.168.88.1'));
  });

  it('a port is unplugged → the line that it carries falls and has no address; the other one takes over', async () => {
    expect(await answered()).toBe(true);
    const fault = await lab.fault('unplug', 'isp1');
    expect([link('ether1')?.running, link('pppoe-a')?.running, held('pppoe-a')]).toEqual([false, false, []]);
    await lab.router.until(
      'the default route by pppoe-b',
      event =>
        event.type === 'routes-changed' &&
        event.active.some(({ interfaces }) => interfaces.includes('pppoe-b')),
    );
    expect(await answered()).toBe(true);
    await fault.repair();
    expect([link('pppoe-a')?.running, held('pppoe-a')]).toEqual([true, ['100.64.0.2 peer 100.64.0.1']]);
  });
});
