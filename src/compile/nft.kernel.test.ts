import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Action,
  type FirewallRule,
  type FirewallTable,
  type Matcher,
  makeAddressListEntry,
  makeInterfaceList,
  makeInterfaceListMember,
  makePlainItem,
  makeSimpleQueue,
  pccKinds,
  type Router,
  weekdays,
} from '../model/index.ts';
import { computeRib } from '../rib/index.ts';
import { type Namespace, privateNamespace, run } from '../sys/index.ts';
import { compileLinux, type LinuxCompilation } from './compile.ts';
import { firewall, no, paperRouter, paperWorld, rule, yes } from './testing/index.ts';

let ns: Namespace;
beforeEach(() => {
  ns = privateNamespace('compile-nft');
});
afterEach(() => {
  ns.close();
});

const compile = (parts: Partial<Router>): LinuxCompilation => {
  const [router, world] = [paperRouter(parts), paperWorld()];
  return compileLinux(router, computeRib(router, world), world, { seed: 0x5eed });
};

/** Loads the table and reads it back: nft must understand what the kernel then holds. */
function load(text: string): string {
  run(['nft', '-f', '-'], { ns, input: text });
  const listed = run(['nft', 'list', 'ruleset'], { ns }).stdout;
  run(['nft', '-f', '-'], { ns, input: `flush ruleset\n${listed}` });
  return listed;
}

const clock = makePlainItem({
  menu: '/system clock',
  single: true,
  properties: { 'time-zone-name': 'Asia/Jakarta' },
});

const lists: Partial<Router> = {
  plain: [clock],
  interfaceLists: [makeInterfaceList({ name: 'WAN' }), makeInterfaceList({ name: 'EMPTY' })],
  interfaceListMembers: ['ether1', 'ether2'].map(name =>
    makeInterfaceListMember({ list: 'WAN', interface: name }),
  ),
  addressLists: [
    makeAddressListEntry({ list: 'LOCAL NETS', address: { kind: 'prefix', prefix: '10.0.0.0/8' } }),
    makeAddressListEntry({ list: 'LOCAL NETS', address: { kind: 'prefix', prefix: '10.1.0.0/16' } }),
    makeAddressListEntry({ list: 'LOCAL NETS', address: { kind: 'range', from: '1.2.3.4', to: '1.2.3.9' } }),
    makeAddressListEntry({
      list: 'LOCAL-NETS',
      address: { kind: 'prefix', prefix: '9.9.9.9/32' },
      timeout: 5500,
    }),
  ],
};

type Bare<T> = T extends Matcher ? Omit<T, 'negated'> : never;
const tcp: Bare<Matcher> = { kind: 'protocol', protocol: 'tcp' };
const range = { kind: 'range', from: '1.1.1.1', to: '1.1.1.9' } as const;

const hour = 3_600_000;

const matchers: readonly Bare<Matcher>[] = [
  { kind: 'in-interface', interface: 'ether1' },
  { kind: 'in-interface', interface: 'bridge of the whole office' },
  { kind: 'in-interface-list', list: 'WAN' },
  { kind: 'in-interface-list', list: 'all' },
  { kind: 'in-interface-list', list: 'EMPTY' },
  { kind: 'src-address', address: range },
  { kind: 'dst-address', address: { kind: 'prefix', prefix: '0.0.0.0/0' } },
  { kind: 'dst-address', address: { kind: 'prefix', prefix: '192.168.0.1/32' } },
  { kind: 'src-address-list', list: 'LOCAL NETS' },
  { kind: 'dst-address-list', list: 'LOCAL-NETS' },
  { kind: 'src-address-list', list: 'nobody' },
  { kind: 'dst-address-type', types: ['local'] },
  { kind: 'src-address-type', types: ['broadcast', 'multicast'] },
  { kind: 'src-mac-address', mac: '00:11:22:AA:BB:CC' },
  tcp,
  { kind: 'protocol', protocol: 'ospf' },
  { kind: 'protocol', protocol: '253' },
  { kind: 'port', ports: [{ from: 53, to: 53 }] },
  {
    kind: 'src-port',
    ports: [
      { from: 1, to: 9 },
      { from: 5, to: 7 },
    ],
  },
  { kind: 'connection-mark', mark: 'no-mark' },
  { kind: 'connection-mark', mark: 'ISP1_conn' },
  { kind: 'packet-mark', mark: 'voice' },
  { kind: 'packet-mark', mark: 'no-mark' },
  { kind: 'routing-mark', mark: 'to_ISP1' },
  { kind: 'routing-mark', mark: 'main' },
  { kind: 'connection-state', states: ['established', 'related', 'untracked'] },
  { kind: 'connection-state', states: ['invalid'] },
  { kind: 'connection-nat-state', states: ['srcnat'] },
  { kind: 'connection-nat-state', states: ['srcnat', 'dstnat'] },
  { kind: 'nth', every: 3, packet: 1 },
  { kind: 'random', percent: 30 },
  { kind: 'limit', count: 5, perMs: 1000, burst: 5, mode: 'packet' },
  { kind: 'limit', count: 1, perMs: 5000, burst: 0, mode: 'packet' },
  { kind: 'limit', count: 8000, perMs: 1000, burst: 80_000, mode: 'bit' },
  { kind: 'tcp-flags', set: ['syn'], clear: ['ack', 'rst'] },
  { kind: 'tcp-flags', set: [], clear: ['ack'] },
  { kind: 'tcp-flags', set: ['syn', 'ack'], clear: [] },
  { kind: 'tcp-mss', from: 0, to: 1400 },
  { kind: 'icmp-options', type: 8 },
  { kind: 'icmp-options', type: 3, codeFrom: 0, codeTo: 4 },
  { kind: 'dscp', dscp: 46 },
  { kind: 'ttl', op: 'less-than', ttl: 5 },
  { kind: 'ttl', op: 'equal', ttl: 1 },
  { kind: 'packet-size', from: 0, to: 100 },
  { kind: 'connection-bytes', from: 1000, to: 0 },
  { kind: 'connection-bytes', from: 1000, to: 2000 },
  { kind: 'fragment' },
  { kind: 'ipsec-policy', direction: 'in', policy: 'ipsec' },
  { kind: 'connection-limit', limit: 30, length: 24 },
  { kind: 'connection-limit', limit: 100, length: 0 },
  { kind: 'connection-limit', limit: 1, length: 32 },
  { kind: 'dst-limit', count: 32, perMs: 1000, burst: 32, key: 'src-and-dst-addresses', expire: 10_000 },
  { kind: 'dst-limit', count: 1, perMs: 60_000, burst: 0, key: 'dst-address', expire: 100_000 },
  { kind: 'dst-limit', count: 5, perMs: 1000, burst: 5, key: 'addresses-and-dst-port' },
  { kind: 'time', from: 8 * hour, to: 17 * hour, days: ['mon', 'fri'] },
  { kind: 'time', from: 22 * hour, to: 6 * hour, days: [] },
  ...pccKinds.map(
    fields => ({ kind: 'per-connection-classifier', fields, denominator: 4, remainder: 1 }) as const,
  ),
  { kind: 'per-connection-classifier', fields: 'both-addresses', denominator: 1, remainder: 0 },
  { kind: 'per-connection-classifier', fields: 'both-addresses', denominator: 4294967295, remainder: 7 },
  { kind: 'per-connection-classifier', fields: 'both-addresses', denominator: 3, remainder: 3 },
];

const prerouting = (found: readonly Matcher[], line: number): FirewallRule =>
  rule('mangle', 'prerouting', found, { kind: 'passthrough' }, line);

describe('every matcher loads, as written and with !', () => {
  it.each(matchers.map(matcher => [JSON.stringify(matcher), matcher] as const))('%s', (_, matcher) => {
    const rules = [prerouting([yes(matcher)], 1), prerouting([no(matcher)], 2)];
    const { program, diagnostics } = compile({ ...lists, firewall: firewall(rules) });
    expect(
      diagnostics.filter(({ id }) => !['compile/interface-name', 'compile/pcc-hash'].includes(id)),
    ).toEqual([]);
    load(program.nft.text);
  });

  it('all of them together, with ports of every protocol', () => {
    const ports = ['tcp', 'udp', 'sctp', '17'].map((protocol, i) =>
      prerouting(
        [yes({ kind: 'protocol', protocol }), no({ kind: 'dst-port', ports: [{ from: 80, to: 443 }] })],
        i,
      ),
    );
    const hashed = ['tcp', 'gre', '50'].flatMap((protocol, i) =>
      matchers
        .filter(({ kind }) => kind === 'per-connection-classifier')
        .map(pcc => prerouting([yes({ kind: 'protocol', protocol }), yes(pcc)], i)),
    );
    const paired = matchers.map((matcher, i) => prerouting([yes(matcher), no(matcher)], i));
    const rules = [...paired, ...ports, ...hashed];
    const { program } = compile({ ...lists, firewall: firewall(rules) });
    load(program.nft.text);
  });
});

describe('time by a clock of UTC+7', () => {
  /** The hour around this moment there, and a rule for all other moments. */
  function rulesOfNow(): FirewallRule[] {
    const there = (ms: number) => new Date(Date.now() + 7 * hour + ms);
    const ofDay = (date: Date) => (date.getTime() % (24 * hour)) - (date.getTime() % 1000);
    const [from, to] = [there(-hour / 2), there(hour / 2)];
    const days = [...new Set([from, to].map(date => weekdays[date.getUTCDay()] ?? 'sun'))];
    const now = { kind: 'time', from: ofDay(from), to: ofDay(to), days } as const;
    return [prerouting([yes(now)], 1), prerouting([no(now)], 2)];
  }

  it('a packet now → matches, and not its negation', () => {
    load(compile({ ...lists, firewall: firewall(rulesOfNow()) }).program.nft.text);
    run(['ip', 'link', 'set', 'lo', 'up'], { ns });
    run(['ping', '-n', '-c', '1', '-W', '2', '127.0.0.1'], { ns });
    const listed = run(['nft', 'list', 'chain', 'inet', 'jalur', 'mangle_prerouting'], { ns }).stdout;
    const packets = (line: number) =>
      listed
        .split('\n')
        .filter(text => text.includes(`paper.rsc:${line}"`))
        .reduce((sum, text) => sum + Number(/packets (\d+)/.exec(text)?.[1]), 0);
    expect([packets(1), packets(2)]).toEqual([2, 0]);
  });
});

const addresses = { from: '10.9.8.7', to: '10.9.8.7' } as const;
const net = (kind: 'src-address' | 'dst-address') =>
  ({ kind, address: { kind: 'prefix', prefix: '10.1.0.0/24' } }) as const;

const actions: readonly (readonly [FirewallTable, string, Action, readonly Bare<Matcher>[]])[] = [
  ['filter', 'input', { kind: 'accept' }, []],
  ['filter', 'forward', { kind: 'drop' }, []],
  ['filter', 'forward', { kind: 'tarpit' }, [tcp]],
  ['filter', 'forward', { kind: 'return' }, []],
  ['filter', 'forward', { kind: 'log' }, []],
  ['filter', 'forward', { kind: 'reject', with: 'icmp-admin-prohibited' }, []],
  ['filter', 'forward', { kind: 'reject', with: 'icmp-network-unreachable' }, []],
  ['filter', 'output', { kind: 'reject', with: 'tcp-reset' }, [tcp]],
  ['filter', 'forward', { kind: 'jump', target: 'virus; 中 }' }, []],
  ['filter', 'forward', { kind: 'add-src-to-address-list', list: 'LOCAL NETS', timeout: 60_000 }, []],
  ['filter', 'forward', { kind: 'add-dst-to-address-list', list: 'seen' }, []],
  ['raw', 'prerouting', { kind: 'notrack' }, []],
  ['mangle', 'forward', { kind: 'mark-packet', mark: 'voice', passthrough: false }, []],
  ['mangle', 'prerouting', { kind: 'mark-connection', mark: 'no-mark', passthrough: true }, []],
  ['mangle', 'output', { kind: 'mark-routing', mark: 'to_ISP2', passthrough: false }, []],
  ['mangle', 'forward', { kind: 'change-mss', mss: 'clamp-to-pmtu', passthrough: true }, [tcp]],
  ['mangle', 'postrouting', { kind: 'change-mss', mss: 1400, passthrough: true }, []],
  ['mangle', 'postrouting', { kind: 'change-dscp', dscp: 46, passthrough: true }, []],
  ['mangle', 'postrouting', { kind: 'change-ttl', op: 'set', ttl: 64, passthrough: true }, []],
  ['nat', 'srcnat', { kind: 'masquerade' }, []],
  ['nat', 'input', { kind: 'src-nat', toAddresses: { from: '10.9.8.7', to: '10.9.8.7' } }, []],
  ['nat', 'output', { kind: 'dst-nat', toAddresses: { from: '10.9.8.7', to: '10.9.8.7' } }, []],
  ['nat', 'srcnat', { kind: 'masquerade', toPorts: { from: 1024, to: 2048 } }, [tcp]],
  ['nat', 'srcnat', { kind: 'src-nat', toAddresses: addresses }, []],
  ['nat', 'srcnat', { kind: 'same', toAddresses: { from: '10.9.8.7', to: '10.9.8.9' } }, []],
  ['nat', 'dstnat', { kind: 'dst-nat', toAddresses: addresses, toPorts: { from: 80, to: 80 } }, [tcp]],
  ['nat', 'dstnat', { kind: 'dst-nat', toPorts: { from: 80, to: 80 } }, [tcp]],
  [
    'nat',
    'dstnat',
    { kind: 'redirect', toPorts: { from: 53, to: 53 } },
    [{ kind: 'protocol', protocol: 'udp' }],
  ],
  [
    'nat',
    'dstnat',
    { kind: 'netmap', toAddresses: { from: '10.2.0.0', to: '10.2.0.255' } },
    [net('dst-address')],
  ],
  [
    'nat',
    'srcnat',
    { kind: 'netmap', toAddresses: { from: '10.2.0.0', to: '10.2.0.255' } },
    [net('src-address')],
  ],
];

describe('every action loads', () => {
  it.each(actions)('%s %s %j', (table, chain, action, found) => {
    const wished = { ...rule(table, chain, found.map(yes), action, 7), log: true, logPrefix: 'say "it"' };
    const { program } = compile({ ...lists, firewall: firewall([wished]) });
    expect(load(program.nft.text)).toContain('comment "paper.rsc:7"');
  });
});

describe('whole tables load', () => {
  it("the paper's", () => {
    expect(load(compile({}).program.nft.text)).toContain('vmap @by_decided_here_0');
  });

  it('without connection tracking, with queues and with chains that both hooks reach', () => {
    const router = paperRouter();
    const jump = (chain: string) => rule('mangle', chain, [], { kind: 'jump', target: 'steer' }, 1);
    const steer = rule(
      'mangle',
      'steer',
      [],
      { kind: 'mark-routing', mark: 'to_ISP1', passthrough: true },
      2,
    );
    const { program, diagnostics } = compile({
      settings: {
        ...router.settings,
        connectionTracking: { ...router.settings.connectionTracking, enabled: 'no' },
      },
      simpleQueues: [makeSimpleQueue({ name: 'q', target: [{ kind: 'interface', interface: 'ether4' }] })],
      firewall: firewall([jump('prerouting'), jump('output'), steer]),
    });
    expect(diagnostics).toEqual([]);
    const listed = load(program.nft.text);
    expect(listed).toContain('notrack');
    expect(listed).toContain('meta priority set 1:3');
  });

  it('counts in one place where a counting rule has several conditions', () => {
    const found: Bare<Matcher>[] = [
      { kind: 'port', ports: [{ from: 53, to: 53 }] },
      { kind: 'nth', every: 2, packet: 1 },
    ];
    const nth = rule('filter', 'forward', [yes(tcp), ...found.map(yes)], { kind: 'drop' }, 3);
    const { program } = compile({ firewall: firewall([nth]) });
    expect(program.nft.text.match(/numgen inc mod 2/g)).toHaveLength(1);
    load(program.nft.text);
  });
});
