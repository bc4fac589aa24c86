import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Namespace, privateNamespace, run, writeSysctl } from '../sys/index.ts';
import {
  type Connection,
  createConnection,
  family,
  type KernelPort,
  type KernelRoute,
  type KernelRule,
  openCommandPort,
  openNetlink,
  openNetlinkPort,
} from './index.ts';

const ours = 27;
/** What the kernel makes of a metric of 0. */
const metric = 1024;

const backends = [
  { name: 'netlink', open: openNetlinkPort, protocol: ours },
  // iproute2 6.1 has no `proto` for addresses.
  { name: 'command', open: (ns?: Namespace) => openCommandPort(ns), protocol: 0 },
] as const;

const route = (over: Partial<KernelRoute>): KernelRoute => ({
  table: 27_001,
  destination: '::/0',
  type: 'unicast',
  nextHops: [{ address: '2001:db8:1::1', interface: 'w1', weight: 1 }],
  protocol: ours,
  metric,
  ...over,
});

describe.each(backends)('kernel port over $name, IPv6', backend => {
  let ns: Namespace;
  let port: KernelPort;

  beforeEach(async () => {
    ns = privateNamespace('kernel-port-6');
    // Duplicate address detection would leave addresses tentative for a second; without it the kernel still ends it later.
    for (const key of ['all', 'default']) writeSysctl(`net.ipv6.conf.${key}.accept_dad`, '0', ns);
    port = backend.open(ns);
    port.createLink({ kind: 'veth', name: 'w1', index: 11, peer: { name: 'p1', index: 12 } });
    for (const name of ['w1', 'p1']) port.changeLink(name, { up: true });
    port.addAddress({ interface: 'w1', address: { address: '2001:db8:1::2', length: 64 }, protocol: ours });
    while (run(['ip', '-6', 'addr', 'show', 'dev', 'w1', 'tentative'], { ns }).stdout !== '') await sleep(1);
  });

  afterEach(() => {
    port.close();
    ns.close();
  });

  const ourRoutes = (): readonly KernelRoute[] => port.routes('ipv6').filter(row => row.protocol === ours);
  const globals = (): readonly unknown[] =>
    port.addresses('ipv6').filter(({ address }) => !address.address.startsWith('fe80:'));

  it('addresses: added and deleted → read back, apart from IPv4', () => {
    const { protocol } = backend;
    const first = { address: '2001:db8:1::2', length: 64 } as const;
    const second = { address: '2001:db8:1::ffff:0:9', length: 128 } as const;
    port.addAddress({ interface: 'w1', address: second, protocol: ours });
    port.addAddress({ interface: 'w1', address: { address: '10.1.0.2', length: 24 }, protocol: ours });
    expect(globals()).toContainEqual({ interface: 'w1', address: first, protocol });
    expect(globals()).toContainEqual({ interface: 'w1', address: second, protocol });
    expect(port.addresses().map(({ address }) => address.address)).toEqual(['10.1.0.2']);
    expect(() => port.addAddress({ interface: 'w1', address: second, protocol: ours })).toThrow(
      expect.objectContaining({ errno: 17 }),
    );
    port.deleteAddress('w1', first);
    expect(globals()).toEqual([{ interface: 'w1', address: second, protocol }]);
    expect(() => port.deleteAddress('w1', first)).toThrow(expect.objectContaining({ errno: 99 }));
  });

  it('routes: every kind → read back as it was written', () => {
    const written = [
      route({}),
      route({ destination: '2001:db8:9::/48', metric: 5, prefSrc: '2001:db8:1::2' }),
      route({ table: 254, destination: '2001:db8:8::7/128', nextHops: [{ interface: 'w1', weight: 1 }] }),
      route({ table: 27_002, nextHops: [{ address: 'fe80::1', interface: 'w1', weight: 1 }] }),
      route({ table: 27_003, type: 'blackhole', nextHops: [] }),
      route({ table: 27_003, destination: '2001:db8:7::/48', type: 'unreachable', nextHops: [] }),
      route({ table: 27_003, destination: '2001:db8:6::/48', type: 'prohibit', nextHops: [] }),
      route({
        table: 27_004,
        nextHops: [
          { address: '2001:db8:1::1', interface: 'w1', weight: 3 },
          { address: '2001:db8:1::9', interface: 'w1', weight: 1 },
        ],
      }),
    ];
    for (const one of written) port.addRoute(one);
    const key = (row: KernelRoute): string => `${row.table} ${row.destination}`;
    const sorted = (rows: readonly KernelRoute[]): KernelRoute[] =>
      [...rows].sort((a, b) => key(a).localeCompare(key(b)));
    expect(sorted(ourRoutes())).toEqual(sorted(written));
    expect(port.routes().filter(row => row.protocol === ours)).toEqual([]);
    for (const one of written) port.deleteRoute(one);
    expect(ourRoutes()).toEqual([]);
  });

  it('routes: replaced → the other next hop; added twice → EEXIST', () => {
    port.addRoute(route({}));
    expect(() => port.addRoute(route({}))).toThrow(expect.objectContaining({ errno: 17 }));
    const other = route({ nextHops: [{ address: '2001:db8:1::77', interface: 'w1', weight: 1 }] });
    port.replaceRoute(other);
    expect(ourRoutes()).toEqual([other]);
  });

  it('rules: every kind → read back as it was written, apart from IPv4', () => {
    const lookup = { kind: 'lookup', table: 27_001 } as const;
    const mine = { family: 'ipv6', protocol: ours } as const;
    const written: readonly KernelRule[] = [
      { ...mine, priority: 27_001, fwmark: { value: 1, mask: 0xff }, action: lookup },
      {
        ...mine,
        priority: 28_000,
        from: 'fd00:aa:1::/64',
        to: '2001:db8::1/128',
        iif: 'w1',
        action: lookup,
      },
      { ...mine, priority: 28_001, action: { ...lookup, table: 254, suppressPrefixLength: 0 } },
      { ...mine, priority: 28_002, from: 'fd00:aa:1::/64', action: { kind: 'unreachable' } },
    ];
    for (const rule of written) port.addRule(rule);
    const held = (which: 'ipv4' | 'ipv6'): readonly KernelRule[] =>
      port.rules(which).filter(row => row.protocol === ours);
    expect(held('ipv6')).toEqual(written);
    expect(held('ipv4')).toEqual([]);
    for (const rule of written) port.deleteRule(rule);
    expect(held('ipv6')).toEqual([]);
  });

  it('neighbours: a permanent one → listed with IPv6 only', () => {
    const mac = '02:00:00:00:00:aa';
    const address = '2001:db8:1::9';
    run(['ip', '-6', 'neigh', 'add', address, 'lladdr', mac, 'dev', 'w1', 'nud', 'permanent'], { ns });
    const entry = { interface: 'w1', address, mac, state: 'permanent' };
    expect(port.neighbours('ipv6')).toContainEqual(entry);
    expect(port.neighbours()).not.toContainEqual(entry);
  });

  it('connections: deleted by mark and family → those of the other family stay', () => {
    const socket = openNetlink(family.NETFILTER, ns);
    const ends = { sourcePort: 1001, destinationPort: 53 };
    const back = { sourcePort: 53, destinationPort: 1001 };
    const six: Connection = {
      ...{ protocol: 17, source: 'fd00:aa:1::10', destination: '2001:db8:cafe::1', ...ends, mark: 1 },
      reply: { source: '2001:db8:cafe::1', destination: '2001:db8:1::2', ...back },
    };
    const four: Connection = {
      ...{ protocol: 17, source: '192.168.0.9', destination: '203.0.113.1', ...ends, mark: 1 },
      reply: { source: '203.0.113.1', destination: '10.1.0.2', ...back },
    };
    for (const one of [six, four]) createConnection(socket, one, 600);
    socket.close();
    expect(port.connections({ family: 'ipv6', mark: 1, mask: 0xff })).toEqual([six]);
    port.deleteConnections({ mark: 1, mask: 0xff });
    expect([port.connections(), port.connections({ family: 'ipv6', mark: 0, mask: 0 })]).toEqual([[], [six]]);
    port.deleteConnections({ family: 'ipv6', mark: 1, mask: 0xff, protocol: 17 });
    expect(port.connections({ family: 'ipv6', mark: 0, mask: 0 })).toEqual([]);
  });
});
