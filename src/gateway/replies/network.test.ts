import { describe, expect, it } from 'vitest';
import type { Link } from '../../kernel/index.ts';
import { readRouterOs } from '../../rsc/index.ts';
import { initialState } from '../core/index.ts';
import { interfacesReply } from './interfaces.ts';
import { leasesReply } from './leases.ts';
import { queuesReply } from './queues.ts';

const text = `/interface bridge
add comment=office name=bridge
/interface bridge port
add bridge=bridge interface=ether3
/interface wireguard
add name=wg1
/interface ethernet
set [ find default-name=ether1 ] comment=ISP1
/ip dhcp-client
add interface=ether1
/ip address
add address=192.168.88.1/24 interface=bridge
/ip pool
add name=lan ranges=192.168.88.100-192.168.88.199
/ip dhcp-server
add address-pool=lan interface=bridge name=lan
/ip dhcp-server lease
add address=192.168.88.5 comment="front desk" mac-address=52:54:00:00:00:05 server=lan
/ip dhcp-server network
add address=192.168.88.0/24 gateway=192.168.88.1
/queue simple
add max-limit=20M/100M name=office target=192.168.88.0/24
add limit-at=1M/2M max-limit=5M/10M name=boss parent=office priority=1/1 target=192.168.88.9/32
add disabled=yes max-limit=1M/1M name=old target=192.168.88.7/32
/queue tree
add max-limit=10M name=down packet-mark=voip parent=global
`;
const { router } = readRouterOs(text, { file: 'office.rsc' });
const state = initialState({ file: 'office.rsc', router, leaseRoutes: {} }, 1);

const noCounters = {
  ...{
    rxPackets: 0,
    txPackets: 0,
    rxBytes: 0,
    txBytes: 0,
    rxErrors: 0,
    txErrors: 0,
    rxDropped: 0,
    txDropped: 0,
  },
};
const link = (index: number, name: string, rest: Partial<Link> = {}): Link => ({
  ...{
    index,
    name,
    kind: '',
    up: true,
    running: true,
    mtu: 1500,
    mac: '52:54:00:00:00:01',
    alias: '',
    master: 0,
  },
  counters: noCounters,
  ...rest,
});

describe('interfaces', () => {
  const counters = { ...noCounters, rxBytes: 700, rxPackets: 7, txErrors: 2, txDropped: 1 };
  const links = [
    link(1, 'lo'),
    link(2, 'ether1', { counters }),
    link(3, 'ether3', { master: 4, running: false }),
    link(4, 'bridge', { kind: 'bridge' }),
    link(5, 'docker0', { kind: 'bridge' }),
  ];
  const { interfaces } = interfacesReply(state, {
    ...{ at: '', links, ratesOf: () => undefined },
    addresses: [{ interface: 'bridge', address: { address: '192.168.88.1', length: 24 }, protocol: 0 }],
  });
  const found = (name: string) => interfaces.find(one => one.name === name);

  it('of the text, and others of the kernel; no loopback', () => {
    expect(interfaces.map(({ name }) => name).sort()).toEqual([
      'bridge',
      'docker0',
      'ether1',
      'ether3',
      'wg1',
    ]);
  });

  it('a WAN → its name as people say it, its role and why, what it counted', () => {
    expect(found('ether1')).toMatchObject({
      ...{ label: 'ISP1 (ether1)', type: 'ether', role: 'wan', exists: true, running: true },
      received: { bytes: 700, packets: 7, errors: 0, dropped: 0 },
      sent: { bytes: 0, packets: 0, errors: 2, dropped: 1 },
    });
    expect(found('ether1')?.roleBecause).toContain('by DHCP');
  });

  it('a port of a bridge → which; a bridge → its addresses, and where it stands', () => {
    expect(found('ether3')).toMatchObject({ bridge: 'bridge', up: true, running: false });
    expect(found('bridge')).toMatchObject({
      ...{ type: 'bridge', role: 'lan', comment: 'office', addresses: ['192.168.88.1/24'] },
      source: { file: 'office.rsc', line: 2 },
    });
  });

  it('the kernel has none of that name → said; the text does not speak of it → without a source', () => {
    expect(found('wg1')).toMatchObject({ type: 'wireguard', exists: false, up: false });
    expect(found('docker0')).toMatchObject({ type: 'bridge', role: 'unknown', source: undefined });
  });
});

describe('queues', () => {
  const counted = (bytes: number, dropped = 0, backlogPackets = 0) => ({
    ...{ bytes, packets: bytes / 100, dropped, backlogBytes: 100 * backlogPackets, backlogPackets },
  });
  // office: 1:2 up, 1:3 down, with a child, so what no child took waits in 1:4002 and 1:4003; boss: 1:4 and 1:5.
  const counts = new Map([
    ['1:2', counted(1000)],
    ['1:3', counted(9000)],
    ['1:4002', counted(600, 1)],
    ['1:4003', counted(4000, 2, 3)],
    ['1:4', counted(400)],
    ['1:5', counted(5000, 10, 4)],
  ]);
  const before = { atMs: 0, counts: new Map([['1:3', counted(4000)]]) };
  const { queues } = queuesReply(state, { at: '', now: { atMs: 1000, counts }, before });

  it('a queue with a child → what passed it, and what waits and was dropped in it and below; its rate since', () => {
    expect(queues[0]).toMatchObject({
      name: 'office',
      kind: 'simple',
      targets: ['192.168.88.0/24'],
      applied: true,
    });
    expect(queues[0]?.download).toEqual({
      ...{ maxLimitBps: 100e6, limitAtBps: 0, priority: 8 },
      count: {
        ...{ bytes: 9000, packets: 90, dropped: 12, backlogBytes: 700, backlogPackets: 7, rateBps: 40_000 },
      },
    });
  });

  it('not seen before → no rate; a child → its parent', () => {
    expect(queues[1]).toMatchObject({ name: 'boss', parent: 'office', targets: ['192.168.88.9'] });
    expect(queues[1]?.upload).toMatchObject({ limitAtBps: 1e6, priority: 1, count: { bytes: 400 } });
    expect(queues[1]?.upload?.count?.rateBps).toBeUndefined();
  });

  it('disabled, or a queue tree → not applied', () => {
    expect(queues.slice(2).map(({ name, kind, applied }) => [name, kind, applied])).toEqual([
      ['old', 'simple', false],
      ['down', 'tree', false],
    ]);
  });
});

describe('leases', () => {
  it('of a WAN, of the LAN, and one that is kept for somebody', () => {
    const lease = {
      interface: 'ether1',
      address: { address: '10.10.10.2', length: 24 },
      dns: [],
      leaseTime: 3_600_000,
    } as const;
    const server = {
      ...{ interface: 'bridge', network: '192.168.88.0/24', leaseTime: 600_000, authoritative: true },
      ranges: [{ from: '192.168.88.100', to: '192.168.88.199' }],
      ...{ gateway: [], dns: [], ntp: [] },
      leases: [{ mac: '52:54:00:00:00:05', address: '192.168.88.5', name: 'desk' }],
    };
    const reached = { router, program: { dhcpServers: [server] } };
    const leases = { ether1: { lease, obtainedAtMs: 0, expiresAtMs: 3_600_000 } };
    const interfaces = { ether1: { name: 'ether1', running: true, addresses: [] } };
    const known = { ...state, interfaces, leases, reached } as unknown as typeof state;
    const served = {
      bridge: [{ address: '192.168.88.101', mac: '52:54:00:00:00:09', hostname: 'ani', expiresAtMs: 5000 }],
    } as const;
    const reply = leasesReply(known, { at: 'now', nowMs: 600_000, timeMs: 0, served });
    expect(reply.wan).toMatchObject([
      { line: 'ether1', label: 'ISP1 (ether1)', expiresAt: '1970-01-01T00:50:00.000Z' },
    ]);
    expect(reply.lan).toMatchObject([
      {
        address: '192.168.88.101',
        hostname: 'ani',
        status: 'bound',
        expiresAt: '1970-01-01T00:00:05.000Z',
        source: undefined,
      },
      {
        address: '192.168.88.5',
        mac: '52:54:00:00:00:05',
        status: 'waiting',
        comment: 'front desk',
        source: { line: 18 },
      },
    ]);
    expect(reply.servers).toEqual([
      { interface: 'bridge', network: '192.168.88.0/24', given: 1, addresses: 100 },
    ]);
  });
});
