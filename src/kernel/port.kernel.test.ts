import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Ipv4 } from '../net/index.ts';
import { inNamespace, type Namespace, privateNamespace, run } from '../sys/index.ts';
import {
  createConnection,
  family,
  type KernelPort,
  type KernelRoute,
  type KernelRule,
  openCommandPort,
  openNetlink,
  openNetlinkPort,
} from './index.ts';

/** One behaviour, every backend. What a backend cannot do is said here, by name. */
const backends = [
  { name: 'netlink', open: openNetlinkPort, marksAddresses: true, countsGenerations: true },
  {
    name: 'command',
    open: (ns?: Namespace) => openCommandPort(ns),
    marksAddresses: false, // iproute2 6.1 has no `proto` for addresses
    countsGenerations: false, // nft prints no generation
  },
] as const;

const ours = 27;
const route = (over: Partial<KernelRoute>): KernelRoute => ({
  table: 27_001,
  destination: '0.0.0.0/0',
  type: 'unicast',
  nextHops: [{ address: '10.1.0.1', interface: 'w1', weight: 1 }],
  protocol: ours,
  metric: 0,
  ...over,
});
const mapText = `table inet jalur {
  map slots { typeof numgen inc mod 64 : ct mark; elements = { 0 : 1 } }
}
`;

describe.each(backends)('kernel port over $name', backend => {
  let ns: Namespace;
  let port: KernelPort;

  beforeEach(() => {
    ns = privateNamespace('kernel-port');
    port = backend.open(ns);
    port.createLink({ kind: 'veth', name: 'w1', index: 11, peer: { name: 'p1', index: 12 } });
    for (const name of ['w1', 'p1']) port.changeLink(name, { up: true });
    port.addAddress({ interface: 'w1', address: { address: '10.1.0.2', length: 24 }, protocol: ours });
  });

  afterEach(() => {
    port.close();
    ns.close();
  });

  const ourRoutes = (): readonly KernelRoute[] => port.routes().filter(row => row.protocol === ours);
  const ourRules = (): readonly KernelRule[] => port.rules().filter(row => row.protocol === ours);
  const linkNamed = (name: string): unknown => port.links().find(link => link.name === name);

  it('lists, changes and deletes interfaces', () => {
    expect(linkNamed('w1')).toMatchObject({ index: 11, kind: 'veth', up: true, running: true, master: 0 });
    port.changeLink('p1', { up: false });
    expect(linkNamed('w1')).toMatchObject({ up: true, running: false });
    port.createLink({ kind: 'bridge', name: 'lan', alias: 'jalur: LAN', mac: '02:00:00:00:00:01' });
    port.changeLink('p1', { master: 'lan', mtu: 1400 });
    expect(linkNamed('lan')).toMatchObject({ alias: 'jalur: LAN', mac: '02:00:00:00:00:01', kind: 'bridge' });
    const lan = port.links().find(link => link.name === 'lan');
    expect(linkNamed('p1')).toMatchObject({ master: lan?.index, mtu: 1400 });
    port.changeLink('p1', { master: '' });
    expect(linkNamed('p1')).toMatchObject({ master: 0 });
    port.deleteLink('w1');
    expect(port.links().map(link => link.name)).toEqual(['lo', 'lan']);
    expect(() => port.deleteLink('w1')).toThrow(expect.objectContaining({ errno: 19 }));
  });

  it('makes cables between namespaces, ifb and vxlan', () => {
    const other = privateNamespace('kernel-port-peer');
    try {
      port.createLink({
        kind: 'veth',
        name: 'a',
        index: 21,
        peer: { name: 'b', index: 22, ns: other.fd, mtu: 1300 },
      });
      port.createLink({ kind: 'ifb', name: 'ifb-w1' });
      port.createLink({
        kind: 'vxlan',
        name: 'vx',
        id: 7,
        local: '10.1.0.2',
        remote: '10.1.0.1',
        link: 'w1',
      });
      const far = backend.open(other);
      expect(far.links().map(({ name, index, mtu }) => [name, index, mtu])).toContainEqual(['b', 22, 1300]);
      far.close();
    } finally {
      other.close();
    }
    expect(linkNamed('ifb-w1')).toMatchObject({ kind: 'ifb', up: false });
    const [vx] = JSON.parse(run(['ip', '-j', '-d', 'link', 'show', 'vx'], { ns }).stdout);
    expect(vx.linkinfo.info_data).toMatchObject({ id: 7, local: '10.1.0.2', remote: '10.1.0.1', port: 4789 });
  });

  it('adds and deletes addresses', () => {
    const first = { interface: 'w1', address: { address: '10.1.0.2', length: 24 } } as const;
    const second = { interface: 'w1', address: { address: '192.0.2.1', length: 32 } } as const;
    port.addAddress({ ...second, protocol: 0 });
    const protocol = backend.marksAddresses ? ours : 0;
    expect(port.addresses()).toEqual([
      { ...first, protocol },
      { ...second, protocol: 0 },
    ]);
    expect(() => port.addAddress({ ...second, protocol: 0 })).toThrow(expect.objectContaining({ errno: 17 }));
    port.deleteAddress('w1', first.address);
    expect(port.addresses()).toEqual([{ ...second, protocol: 0 }]);
    expect(() => port.deleteAddress('w1', first.address)).toThrow(expect.objectContaining({ errno: 99 }));
    expect(() => port.addAddress({ ...second, interface: 'nope', protocol: 0 })).toThrow(/nope/);
  });

  it('adds, reads back and deletes an address with a peer, whose host is then on-link', () => {
    const address = { address: '192.0.2.7', length: 32, peer: '198.51.100.1' } as const;
    port.addAddress({ interface: 'w1', address, protocol: 0 });
    expect(port.addresses()).toContainEqual({ interface: 'w1', address, protocol: 0 });
    expect(run(['ip', 'route', 'get', '198.51.100.1'], { ns }).stdout).toContain('dev w1 src 192.0.2.7');
    port.deleteAddress('w1', address);
    expect(port.addresses().map(row => row.address.address)).not.toContain('192.0.2.7');
  });

  it('reads back every kind of route as it was written', () => {
    const written = [
      route({}),
      route({ destination: '10.9.0.0/16', metric: 5, prefSrc: '10.1.0.2' }),
      route({ table: 254, destination: '192.0.2.7/32', nextHops: [{ interface: 'w1', weight: 1 }] }),
      route({
        destination: '10.6.0.0/16',
        nextHops: [{ address: '203.0.113.1', interface: 'w1', weight: 1, onLink: true }],
      }),
      route({
        destination: '10.5.0.0/16',
        nextHops: [
          { address: '203.0.113.1', interface: 'w1', weight: 2, onLink: true },
          { address: '10.1.0.1', interface: 'w1', weight: 1 },
        ],
      }),
      route({ table: 27_002, type: 'blackhole', nextHops: [] }),
      route({ table: 27_002, destination: '10.8.0.0/16', type: 'unreachable', nextHops: [] }),
      route({ table: 27_002, destination: '10.7.0.0/16', type: 'prohibit', nextHops: [] }),
      route({
        table: 27_003,
        nextHops: [
          { address: '10.1.0.1', interface: 'w1', weight: 3 },
          { address: '10.1.0.9', interface: 'w1', weight: 1 },
        ],
      }),
    ];
    for (const one of written) port.addRoute(one);
    const key = (row: KernelRoute): string => `${row.table} ${row.destination}`;
    const sorted = (rows: readonly KernelRoute[]): KernelRoute[] =>
      [...rows].sort((a, b) => key(a).localeCompare(key(b)));
    expect(sorted(ourRoutes())).toEqual(sorted(written));
    for (const one of written) port.deleteRoute(one);
    expect(ourRoutes()).toEqual([]);
  });

  it('replaces a route, and adds only where there is none', () => {
    port.addRoute(route({}));
    expect(() => port.addRoute(route({}))).toThrow(expect.objectContaining({ errno: 17 }));
    const other = route({ nextHops: [{ address: '10.1.0.77', interface: 'w1', weight: 1 }] });
    port.replaceRoute(other);
    port.replaceRoute(other);
    expect(ourRoutes()).toEqual([other]);
    port.replaceRoute(route({ type: 'blackhole', nextHops: [] }));
    expect(ourRoutes()).toEqual([route({ type: 'blackhole', nextHops: [] })]);
  });

  it('deletes no route of another protocol', () => {
    run(['ip', 'route', 'add', 'default', 'via', '10.1.0.1', 'table', '27001', 'proto', 'static'], { ns });
    expect(() => port.deleteRoute(route({}))).toThrow(expect.objectContaining({ errno: 3 }));
    expect(port.routes().filter(row => row.table === 27_001)).toHaveLength(1);
  });

  it('passes on why the kernel refuses', () => {
    const far = route({ nextHops: [{ address: '172.16.0.1', interface: 'w1', weight: 1 }] });
    expect(() => port.addRoute(far)).toThrow(/Nexthop has invalid gateway/);
    const missing = route({ nextHops: [{ address: '10.1.0.1', interface: 'nope', weight: 1 }] });
    expect(() => port.addRoute(missing)).toThrow(expect.objectContaining({ errno: 19 }));
  });

  it('reads back every kind of rule as it was written', () => {
    const lookup = { kind: 'lookup', table: 27_001 } as const;
    const ipv4 = { family: 'ipv4' } as const;
    const written: readonly KernelRule[] = [
      {
        ...ipv4,
        priority: 26_900,
        fwmark: { value: 0, mask: 0xff },
        action: { kind: 'goto', target: 27_299 },
        protocol: ours,
      },
      { ...ipv4, priority: 27_001, fwmark: { value: 1, mask: 0xff }, action: lookup, protocol: ours },
      {
        ...ipv4,
        priority: 27_002,
        fwmark: { value: 0x40000000, mask: 0x40000000 },
        action: lookup,
        protocol: ours,
      },
      { ...ipv4, priority: 27_299, action: { kind: 'nop' }, protocol: ours },
      {
        ...ipv4,
        priority: 28_000,
        from: '10.0.0.0/8',
        to: '192.0.2.1/32',
        iif: 'w1',
        action: lookup,
        protocol: ours,
      },
      {
        ...ipv4,
        priority: 28_001,
        action: { ...lookup, table: 254, suppressPrefixLength: 0 },
        protocol: ours,
      },
      { ...ipv4, priority: 28_002, from: '10.0.0.0/8', action: { kind: 'blackhole' }, protocol: ours },
      { ...ipv4, priority: 28_003, to: '10.0.0.0/8', action: { kind: 'unreachable' }, protocol: ours },
    ];
    for (const rule of written) port.addRule(rule);
    expect(ourRules()).toEqual(written);
    expect(() => port.addRule(written[0] as KernelRule)).toThrow(expect.objectContaining({ errno: 17 }));
    for (const rule of written) port.deleteRule(rule);
    expect(port.rules().map(rule => [rule.priority, rule.protocol])).toEqual([
      [0, 2],
      [32_766, 2],
      [32_767, 2],
    ]);
  });

  it('fills sets of marks and of stretches of addresses with just what is wanted, in one transaction', () => {
    const text = `table inet jalur {
  set held { type mark; elements = { 0x80000001, 0x80000002 }; }
  set near { type ipv4_addr; flags interval; elements = { 10.0.0.0/24, 10.0.9.0-10.0.9.7 }; }
  chain in { type filter hook input priority 0; ip saddr @near counter; meta mark @held counter; }
}
`;
    run(['nft', '-f', '-'], { ns, input: `add table inet jalur\ndelete table inet jalur\n${text}` });
    const held = (...elements: readonly number[]) =>
      ({ table: 'jalur', name: 'held', type: 'mark', elements }) as const;
    const near = (...elements: readonly (readonly [Ipv4, Ipv4])[]) =>
      ({
        ...{ table: 'jalur', name: 'near', type: 'ipv4_addr' as const },
        elements: elements.map(([from, to]) => ({ from, to })),
      }) as const;
    const loaded = [held(0x80000001, 0x80000002), near(['10.0.0.0', '10.0.0.255'], ['10.0.9.0', '10.0.9.7'])];
    expect(loaded.map(set => port.isFilled(set))).toEqual([true, true]);
    expect(port.fillSets(loaded)).toBe(0);
    const others = [
      held(0x80000002),
      // One that begins in one of before, one that begins where that ended, one alone, and the last of all.
      near(
        ['10.0.0.128', '10.0.1.255'],
        ['10.0.9.8', '10.0.9.9'],
        ['10.1.0.1', '10.1.0.1'],
        ['240.0.0.0', '255.255.255.255'],
      ),
    ];
    expect(port.fillSets(others)).toBeGreaterThan(0);
    expect([...loaded, ...others].map(set => port.isFilled(set))).toEqual([false, false, true, true]);
    const listed = run(['nft', 'list', 'set', 'inet', 'jalur', 'near'], { ns }).stdout.replace(/\s+/g, ' ');
    expect(listed).toContain('elements = { 10.0.0.128-10.0.1.255, 10.0.9.8/31, 10.1.0.1, 240.0.0.0/4 }');
    expect(port.fillSets([near()])).toBeGreaterThan(0);
    expect([near(), loaded[1] ?? near()].map(set => port.isFilled(set))).toEqual([true, false]);
    expect(() => port.fillSets([{ ...held(), name: 'nope' }])).toThrow(/nope|No such/);
  });

  it('has buckets lead to other chains in place, in one transaction', () => {
    const leads = (chains: readonly string[]) =>
      chains.map((chain, bucket) => `${bucket} : jump ${chain}`).join(', ');
    const even = Array.from({ length: 256 }, (_, bucket) => `owner_${bucket % 2}`);
    const text = `table inet jalur {
  map by { typeof numgen inc mod 256 : verdict; comment "2 chains"; elements = { ${leads(even)} }; }
  chain owner_0 { counter; }
  chain owner_1 { counter; }
  chain in { type filter hook input priority 0; jhash ip saddr mod 256 seed 0x1 vmap @by; }
}
`;
    run(['nft', '-f', '-'], { ns, input: `add table inet jalur\ndelete table inet jalur\n${text}` });
    const map = (elements: readonly string[]) =>
      ({ table: 'jalur', name: 'by', type: 'buckets', chains: 2, elements }) as const;
    expect(port.isFilled(map(even))).toBe(true);
    expect(port.fillSets([map(even)])).toBe(0);
    const other = even.map((chain, bucket) => (bucket < 64 ? 'owner_0' : chain));
    expect(port.fillSets([map(other)])).toBe(64);
    expect([map(even), map(other)].map(one => port.isFilled(one))).toEqual([false, true]);
    const listed = run(['nft', 'list', 'map', 'inet', 'jalur', 'by'], { ns }).stdout;
    expect([...listed.matchAll(/jump owner_1/g)]).toHaveLength(96);
    expect(() => port.fillSets([map(['nowhere', ...other.slice(1)])])).toThrow(/nowhere|No such|ENOENT/);
    expect(port.isFilled(map(other))).toBe(true);
  });

  it('sees every nft transaction as a new generation, where it can', () => {
    const before = port.rulesetGeneration();
    run(['nft', '-f', '-'], { ns, input: mapText });
    const after = port.rulesetGeneration();
    expect(after === undefined).toBe(!backend.countsGenerations);
    if (before !== undefined) expect(after).toBeGreaterThan(before);
    expect(port.rulesetGeneration()).toBe(after);
  });

  it('lists and deletes connections by mark and by protocol', () => {
    const socket = openNetlink(family.NETFILTER, ns);
    const connection = (
      protocol: number,
      sourcePort: number,
      mark: number,
    ): Parameters<typeof createConnection>[1] => {
      const [source, destination, destinationPort] = ['192.168.0.9', '203.0.113.1', 53] as const;
      const reply = {
        source: destination,
        destination: '10.1.0.2' as const,
        sourcePort: destinationPort,
        destinationPort: sourcePort,
      };
      return { protocol, source, destination, sourcePort, destinationPort, reply, mark };
    };
    const all = [connection(17, 1001, 0x101), connection(17, 1002, 2), connection(136, 1003, 0x101)];
    for (const one of all) createConnection(socket, one, 600);
    socket.close();
    const ports = (): number[] =>
      port
        .connections()
        .map(one => one.sourcePort)
        .sort();
    expect(port.connections({ mark: 2, mask: 0xff })).toEqual([all[1]]);
    expect(ports()).toEqual([1001, 1002, 1003]);
    port.clearMarks({ mark: 0x100, mask: 0xf00 }, 0xf00);
    port.clearMarks({ mark: 0x100, mask: 0xf00 }, 0xf00);
    const marks = port.connections().map(one => one.mark);
    expect(marks.sort()).toEqual([1, 1, 2]);
    port.deleteConnections({ mark: 1, mask: 0xff, protocol: 17 });
    expect(ports()).toEqual([1002, 1003]);
    port.deleteConnections({ mark: 1, mask: 0xff });
    port.deleteConnections({ mark: 1, mask: 0xff });
    expect(ports()).toEqual([1002]);
  });

  it('lists neighbours', () => {
    const mac = '02:00:00:00:00:aa';
    run(['ip', 'neigh', 'add', '10.1.0.9', 'lladdr', mac, 'dev', 'w1', 'nud', 'permanent'], { ns });
    expect(port.neighbours()).toContainEqual({
      interface: 'w1',
      address: '10.1.0.9',
      mac,
      state: 'permanent',
    });
  });

  it('forgets a neighbour', () => {
    run(['ip', 'neigh', 'add', '10.1.0.8', 'lladdr', '02:00:00:00:00:ab', 'dev', 'w1', 'nud', 'stale'], {
      ns,
    });
    port.deleteNeighbour('w1', '10.1.0.8');
    const states = port.neighbours().filter(({ address }) => address === '10.1.0.8');
    // The kernel keeps what it gave up for a while.
    expect(states.every(({ state }) => state === 'failed')).toBe(true);
    expect(() => port.deleteNeighbour('nowhere', '10.1.0.8')).toThrow();
  });

  it('stays in the namespace it was opened in when none is given', () => {
    const here = inNamespace(ns, () => backend.open());
    expect(here.links().map(link => link.name)).toContain('w1');
    here.close();
  });
});
