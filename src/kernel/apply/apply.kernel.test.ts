import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noOrigin } from '../../model/index.ts';
import type { Ipv4 } from '../../net/index.ts';
import { type Namespace, privateNamespace, readSysctl, run, writeSysctl } from '../../sys/index.ts';
import {
  applyProgram,
  type Host,
  type KernelProgram,
  openCommandPort,
  openHost,
  openNetlinkPort,
  readHost,
  undo,
} from '../index.ts';

const origin = noOrigin;
const nftText = (ports: readonly number[]): string => `table inet jalur {
set seen {
  type ipv4_addr
  flags dynamic, timeout
  timeout 1h
}
chain forward {
  type filter hook forward priority 0; policy accept;
${ports.map(port => `  tcp dport ${port} counter drop comment "x.rsc:${port}"`).join('\n')}
}
}
`;
const via = (address: Ipv4, name: string): KernelProgram['routes'][number]['nextHops'] => [
  { address, interface: name, weight: 1 },
];
const route = (table: number, address: Ipv4, name: string): KernelProgram['routes'][number] => ({
  table,
  destination: '0.0.0.0/0',
  type: 'unicast',
  nextHops: via(address, name),
  origin,
});
const rule = (mark: number): KernelProgram['rules'][number] => ({
  family: 'ipv4',
  priority: 27_000 + mark,
  fwmark: { value: mark, mask: 0xff },
  action: { kind: 'lookup', table: 27_000 + mark },
  origin,
});
const tc = (
  kind: 'qdisc' | 'class' | 'filter',
  device: string,
  text: string,
): KernelProgram['tc'][number] => ({
  kind,
  device,
  argv: text.split(' '),
  origin,
});

/** A gateway with two WANs, a LAN and shaping, as the compiler would make it. */
const program: KernelProgram = {
  sysctls: [
    { key: 'net.ipv4.ip_forward', value: '1', origin },
    { key: 'net.ipv4.conf.w1.rp_filter', value: '2', origin },
    { key: 'net.ipv4.fib_multipath_hash_policy', value: '1', origin },
  ],
  devices: [{ name: 'jalur-queue', kind: 'ifb', origin }],
  up: ['w1', 'w2', 'lan'],
  addresses: [
    { interface: 'w1', address: { address: '10.1.0.2', length: 24 }, origin },
    { interface: 'w2', address: { address: '10.2.0.2', length: 24 }, origin },
    { interface: 'lan', address: { address: '192.168.0.1', length: 24 }, origin },
  ],
  rules: [rule(1), rule(2)],
  routes: [
    route(27_001, '10.1.0.1', 'w1'),
    route(27_002, '10.2.0.1', 'w2'),
    { ...route(254, '10.1.0.1', 'w1'), nextHops: [...via('10.1.0.1', 'w1'), ...via('10.2.0.1', 'w2')] },
    { ...route(254, '10.1.0.1', 'w1'), destination: '10.99.0.0/16', type: 'blackhole', nextHops: [] },
  ],
  nft: { family: 'inet', table: 'jalur', text: nftText([25, 26]) },
  tc: [
    tc('qdisc', 'jalur-queue', 'root handle 1: htb default 0'),
    tc(
      'class',
      'jalur-queue',
      'parent 1: classid 1:2 htb rate 512000bit ceil 512000bit burst 1600b quantum 1514',
    ),
    tc('qdisc', 'jalur-queue', 'parent 1:2 handle 102: pfifo limit 50'),
    tc('qdisc', 'w1', 'clsact'),
    tc(
      'filter',
      'w1',
      'egress protocol ip pref 1 u32 match u32 0 0 action mirred egress redirect dev jalur-queue',
    ),
  ],
};

const backends = { netlink: openNetlinkPort, command: (ns: Namespace) => openCommandPort(ns) } as const;

/** Everything a Program may touch, as text that is equal exactly when nothing was left behind. */
function dump(ns: Namespace): Record<string, unknown> {
  const json = (...argv: string[]): unknown => JSON.parse(run(argv, { ns }).stdout || '[]');
  const settled = (rows: unknown): unknown =>
    JSON.parse(JSON.stringify(rows), (key, value) => (key === 'tentative' ? undefined : value));
  return {
    links: json('ip', '-d', '-j', 'link'),
    addresses: settled(json('ip', '-j', '-4', 'address')),
    routes: json('ip', '-d', '-j', '-4', 'route', 'show', 'table', 'all'),
    rules: json('ip', '-d', '-j', 'rule'),
    nft: run(['nft', 'list', 'ruleset'], { ns }).stdout,
    tc: ['lo', 'w1', 'w2', 'lan'].map(dev =>
      ['qdisc', 'class', 'filter'].map(kind => run(['tc', kind, 'show', 'dev', dev], { ns }).stdout),
    ),
    sysctls: program.sysctls.map(({ key }) => readSysctl(key, ns)),
  };
}

describe.each(['netlink', 'command'] as const)('applying a program over %s', backend => {
  let ns: Namespace;
  let host: Host;
  let stateDir: string;

  const open = (): Host => openHost({ ns, stateDir, port: backends[backend](ns) });
  const apply = (change: Partial<KernelProgram> = {}): ReturnType<typeof applyProgram> =>
    applyProgram(host, { ...program, ...change });

  beforeEach(() => {
    stateDir = mkdtempSync(join(tmpdir(), 'jalur-kernel-'));
    ns = privateNamespace('kernel-apply');
    const input = ['w1', 'w2', 'lan'].flatMap((name, i) => [
      `link add ${name} index ${10 + i} type veth peer name far-${name} index ${20 + i}`,
      `link set far-${name} up`,
      `link set ${name} up`,
    ]);
    run(['ip', '-batch', '-'], { ns, input: ['link set lo up', ...input].join('\n') });
    host = open();
  });

  afterEach(() => {
    host.close();
    host.port.close();
    ns.close();
    rmSync(stateDir, { recursive: true, force: true });
  });

  it('reaches the wanted state, and changes nothing the second time', () => {
    const first = apply();
    expect(first.problems).toEqual([]);
    expect(first.changes).toEqual([
      'create ifb jalur-queue',
      `set net.ipv4.conf.w1.rp_filter from ${readSysctl('net.ipv4.conf.w2.rp_filter', ns)} to 2`,
      'set net.ipv4.fib_multipath_hash_policy from 0 to 1',
      'add address 10.1.0.2/24 on w1',
      'add address 10.2.0.2/24 on w2',
      'add address 192.168.0.1/24 on lan',
      'add route 0.0.0.0/0 via 10.1.0.1 dev w1 table 27001',
      'add route 0.0.0.0/0 via 10.2.0.1 dev w2 table 27002',
      'add route 0.0.0.0/0 nexthop via 10.1.0.1 dev w1 weight 1 nexthop via 10.2.0.1 dev w2 weight 1 table 254',
      'add route blackhole 10.99.0.0/16 table 254',
      'add rule 27001: fwmark 0x1/0xff lookup 27001',
      'add rule 27002: fwmark 0x2/0xff lookup 27002',
      'load nft table inet jalur',
      'shape jalur-queue',
      'shape w1',
      'set net.ipv4.ip_forward from 0 to 1',
    ]);
    expect(first.routing.routes.filter(row => row.protocol === 27)).toHaveLength(4);
    expect(apply()).toMatchObject({ changes: [], problems: [] });
    // A new process knows only what is in the kernel and in the ledger.
    host.port.close();
    host = open();
    expect(apply()).toMatchObject({ changes: [], problems: [] });
  });

  it('says what it would do without doing it', () => {
    const before = dump(ns);
    const plan = applyProgram(host, program, { dry: true });
    expect(plan.changes).toContain('load nft table inet jalur');
    expect(dump(ns)).toEqual(before);
  });

  it('is undone without a trace, foreign state left alone', () => {
    const foreign = [
      'route add 10.50.0.0/16 via 10.1.0.9 dev w1 proto static',
      'rule add pref 27500 fwmark 9 lookup 99',
      'address add 10.3.0.1/24 dev w2',
    ];
    run(['ip', '-batch', '-'], { ns, input: ['address add 10.1.0.2/24 dev w1', ...foreign].join('\n') });
    run(['nft', '-f', '-'], { ns, input: 'table inet other {\n chain c { tcp dport 1 counter; }\n}\n' });
    writeSysctl('net.ipv4.fib_multipath_hash_policy', '2', ns);
    const before = dump(ns);
    expect(apply().problems).toEqual([]);
    expect(dump(ns)).not.toEqual(before);
    const reading = readHost(host);
    expect(reading.nftDrifted).toBe(false);
    expect(reading.ours).toMatchObject({ devices: ['jalur-queue'], nftTable: true });
    expect(reading.ours.addresses.map(row => row.interface)).toEqual(['w2', 'lan']);
    expect(reading.foreign.nftTables).toEqual(['inet other']);
    expect(reading.foreign.routes.map(row => row.destination)).toEqual(['10.50.0.0/16']);
    expect(reading.foreign.rules.map(row => row.priority)).toEqual([27_500]);
    // As after a crash: undone by another process.
    host.port.close();
    host = open();
    expect(undo(host).problems).toEqual([]);
    expect(dump(ns)).toEqual(before);
    expect(undo(host)).toMatchObject({ changes: [], problems: [] });
  });

  it('follows a change with the least: adds first, deletes last', () => {
    apply();
    const [first, second, ...rest] = program.routes;
    const moved = [{ ...(first as (typeof rest)[0]), nextHops: via('10.2.0.1', 'w2') }, ...rest];
    expect(apply({ routes: moved, rules: [rule(1), rule(3)] }).changes).toEqual([
      'change route to 0.0.0.0/0 via 10.2.0.1 dev w2 table 27001',
      'add rule 27003: fwmark 0x3/0xff lookup 27003',
      'delete rule 27002: fwmark 0x2/0xff lookup 27002',
      'delete route 0.0.0.0/0 via 10.2.0.1 dev w2 table 27002',
    ]);
    expect(second?.table).toBe(27_002);
    expect(apply().changes).toHaveLength(4);
    expect(apply({ sysctls: program.sysctls.slice(0, 1) }).changes).toHaveLength(2);
    expect(readSysctl('net.ipv4.fib_multipath_hash_policy', ns)).toBe('0');
  });

  it('survives that deleting an address takes others along', () => {
    apply();
    const replaced: KernelProgram['addresses'][number] = {
      ...program.addresses[0],
      address: { address: '10.1.0.3', length: 24 },
      interface: 'w1',
      origin,
    };
    const addresses = [replaced, ...program.addresses.slice(1)];
    const { problems } = apply({ addresses });
    expect(problems).toEqual([]);
    const now = host.port.addresses().filter(row => row.interface === 'w1');
    expect(now.map(row => row.address.address)).toEqual(['10.1.0.3']);
    expect(apply({ addresses }).changes).toEqual([]);
    expect(readHost(host).ours.routes).toHaveLength(4);
  });

  it('brings back what somebody else broke, and only that', () => {
    apply();
    run(['nft', 'add', 'rule', 'inet', 'jalur', 'forward', 'tcp', 'dport', '99', 'drop'], { ns });
    expect(readHost(host).nftDrifted).toBe(true);
    expect(apply().changes).toEqual(['reload the changed nft table inet jalur']);
    run(['nft', 'add', 'table', 'inet', 'elsewhere'], { ns });
    expect(apply().changes).toEqual([]);
    run(['tc', 'class', 'change', 'dev', 'jalur-queue', 'classid', '1:2', 'htb', 'rate', '1mbit'], { ns });
    expect(apply().changes).toEqual(['shape jalur-queue']);
  });

  it('leaves down what somebody sets down, and goes on when it is set up again', () => {
    apply();
    run(['ip', 'link', 'set', 'w1', 'down'], { ns });
    expect(apply().changes).toEqual([]);
    expect(host.port.links().find(link => link.name === 'w1')?.up).toBe(false);
    run(['ip', 'link', 'set', 'w1', 'up'], { ns });
    // The next hop of the route with several was only marked dead, and lives again by itself.
    expect(apply().changes).toEqual(['add route 0.0.0.0/0 via 10.1.0.1 dev w1 table 27001']);
    expect(apply().changes).toEqual([]);
  });

  it('sets up an interface that was made anew', () => {
    const make = (): unknown =>
      run(['ip', 'link', 'add', 'made', 'type', 'veth', 'peer', 'name', 'far-made'], { ns });
    const up = [...program.up, 'made'];
    make();
    expect(apply({ up }).changes).toContain('set made up');
    run(['ip', 'link', 'del', 'made'], { ns });
    make();
    expect(apply({ up }).changes).toEqual(['set made up']);
    run(['ip', 'link', 'del', 'made'], { ns });
  });

  it('keeps counters and learned elements of everything that stays where the text changes', () => {
    apply();
    run(['nft', 'add', 'element', 'inet', 'jalur', 'seen', '{ 10.0.0.1 timeout 1h }'], { ns });
    const input = `flush chain inet jalur forward
table inet jalur { chain forward { tcp dport 25 counter packets 5 bytes 300 drop comment "x.rsc:25"
tcp dport 26 counter packets 6 bytes 360 drop comment "x.rsc:26"
}; }`;
    run(['nft', '-f', '-'], { ns, input });
    const text = nftText([24, 26, 25]).replace(
      'chain forward',
      'set more {\ntype ipv4_addr\n}\nchain forward',
    );
    const nft = { ...program.nft, text };
    expect(apply({ nft }).changes).toEqual(['change nft table inet jalur: set more, chain forward']);
    expect(apply({ nft }).changes).toEqual([]);
    const listing = run(['nft', 'list', 'table', 'inet', 'jalur'], { ns }).stdout;
    expect(listing.match(/dport \d+ counter packets \d+/g)).toEqual([
      'dport 24 counter packets 0',
      'dport 26 counter packets 6',
      'dport 25 counter packets 5',
    ]);
    expect(listing).toContain('10.0.0.1');
    expect(apply().changes).toEqual(['change nft table inet jalur: set more, chain forward']);
    const back = run(['nft', 'list', 'table', 'inet', 'jalur'], { ns }).stdout;
    run(['nft', 'delete', 'table', 'inet', 'jalur'], { ns });
    apply();
    const fresh = run(['nft', 'list', 'table', 'inet', 'jalur'], { ns }).stdout;
    const plain = (listed: string): string =>
      listed
        .replace(/packets \d+ bytes \d+/g, '')
        .replace(/elements = \{ 10[^}]*\}/, '')
        .replace(/\s+/g, ' ');
    expect(plain(back)).toBe(plain(fresh));
  });

  it('goes on after a refusal, says what helps, and keeps the old rules when new ones are wrong', () => {
    apply();
    const broken = apply({
      up: [...program.up, 'w9'],
      routes: [...program.routes, route(27_003, '172.16.0.1', 'w1')],
      nft: { ...program.nft, text: nftText([25]).replace('drop', 'dorp') },
      rules: [...program.rules, rule(3)],
    });
    expect(broken.changes).toEqual(['add rule 27003: fwmark 0x3/0xff lookup 27003']);
    expect(broken.problems.map(({ what }) => what.split('\n')[0])).toEqual([
      'There is no interface w9.',
      expect.stringMatching(
        /^Could not add route 0.0.0.0\/0 via 172.16.0.1 dev w1 table 27003: .*invalid gateway/,
      ),
      expect.stringMatching(/^Could not load a new nft table inet jalur: .*syntax error/),
    ]);
    expect(run(['nft', 'list', 'table', 'inet', 'jalur'], { ns }).stdout).toContain('tcp dport 26');
  });

  it('leaves what is foreign in the way, and says so', () => {
    run(['ip', 'route', 'add', 'default', 'dev', 'lan', 'proto', 'dhcp'], { ns });
    run(['tc', 'qdisc', 'add', 'dev', 'w1', 'clsact'], { ns });
    run(['ip', 'link', 'add', 'jalur-queue', 'type', 'ifb'], { ns });
    const { problems } = apply();
    expect(problems.map(({ what }) => what)).toEqual([
      'Interface jalur-queue exists and is not ours.',
      'Route 0.0.0.0/0 nexthop via 10.1.0.1 dev w1 weight 1 nexthop via 10.2.0.1 dev w2 weight 1 table 254 is not ours to set: there is 0.0.0.0/0 dev lan table 254 (protocol 16).',
      'Interface w1 is shaped already, and not by us (clsact).',
    ]);
    expect(run(['ip', 'route', 'show', 'default'], { ns }).stdout).toContain('proto dhcp');
  });

  it('hangs a displaced simple queue back', () => {
    const foreign = ['handle', '8001:', 'tbf', 'rate', '1mbit', 'burst', '5kb', 'latency', '50ms'];
    run(['tc', 'qdisc', 'add', 'dev', 'w2', 'root', ...foreign], { ns });
    const before = run(['tc', 'qdisc', 'show', 'dev', 'w2'], { ns }).stdout;
    apply({ tc: [tc('qdisc', 'w2', 'root handle 1: htb default 0')] });
    expect(run(['tc', 'qdisc', 'show', 'dev', 'w2'], { ns }).stdout).toContain('htb');
    undo(host);
    expect(run(['tc', 'qdisc', 'show', 'dev', 'w2'], { ns }).stdout).toBe(before);
  });

  it('sets up again what it had set down, as the text wants it once more', () => {
    const isUp = (): boolean | undefined => host.port.links().find(({ name }) => name === 'made')?.up;
    run(['ip', 'link', 'add', 'made', 'type', 'veth', 'peer', 'name', 'far-made'], { ns });
    const up = [...program.up, 'made'];
    apply({ up });
    apply();
    expect(isUp()).toBe(false);
    expect(apply({ up }).changes).toEqual(['set made up']);
    expect(isUp()).toBe(true);
    run(['ip', 'link', 'del', 'made'], { ns });
  });

  it('sets down again what only it had set up', () => {
    run(['ip', 'link', 'set', 'w2', 'down'], { ns });
    apply();
    expect(host.port.links().find(link => link.name === 'w2')?.running).toBe(true);
    undo(host);
    expect(host.port.links().find(link => link.name === 'w2')?.up).toBe(false);
    expect(host.port.links().find(link => link.name === 'w1')?.up).toBe(true);
  });
});
