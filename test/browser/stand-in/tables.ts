import type { Schemas } from '../../../src/web/api/index.ts';
import type { Answers } from './answers.ts';
import { ago } from './scene.ts';

const place = (line: number) => ({ file: 'office.rsc', line });
const list = <T>(items: readonly T[]) => ({ at: ago(0), total: items.length, items });

type Interface = Schemas['Interface'];
const carried = (rate: number) => ({
  ...{ bitsPerSecond: rate, packetsPerSecond: Math.round(rate / 9600), bytes: Math.round(rate * 3600) },
  ...{ packets: Math.round(rate / 3), errors: 0, dropped: 3 },
});
const port = (
  name: string,
  role: Interface['role'],
  rate: number,
  over: Partial<Interface> = {},
): Interface => ({
  ...{ name, device: name, label: name, comment: '', type: 'ether', role, flags: 'R', running: true },
  ...{ disabled: false, present: true, mtu: 1500, mac: '52:54:00:12:34:56', addresses: [] },
  ...{ tx: carried(rate / 8), rx: carried(rate), place: place(4) },
  ...over,
});

const interfaces: readonly Interface[] = [
  port('ether1', 'wan', 34_200_000, { comment: 'ISP1, fibre', addresses: ['203.0.113.9/30'] }),
  port('ether2', 'wan', 11_600_000, { comment: 'ISP2, cable', addresses: ['198.51.100.77/24'] }),
  port('lte1', 'wan', 0, { type: 'lte', flags: '', running: false }),
  port('bridge-lan', 'lan', 45_800_000, { type: 'bridge', addresses: ['192.168.88.1/24'] }),
  port('ether3', 'lan', 20_000_000, { flags: 'RS', bridge: 'bridge-lan' }),
  port('ether4', 'lan', 0, { flags: 'XS', running: false, disabled: true, bridge: 'bridge-lan' }),
  port('sfp1', 'unknown', 0, { flags: '', present: false, running: false, tx: {}, rx: {} }),
];

type Route = Schemas['Route'];
const route = (flags: string, destination: string, over: Partial<Route>): Route => ({
  ...{
    flags,
    destination,
    table: 'main',
    gateways: [],
    distance: 1,
    scope: 30,
    targetScope: 10,
    type: 'unicast',
  },
  ...{ source: 'static', active: flags.includes('A'), disabled: false, dynamic: flags.includes('D') },
  ...{ ecmp: false, checkGateway: 'none', comment: '' },
  ...over,
});
const via = (text: string, by: string, state: 'reachable' | 'interface-down' = 'reachable') => [
  {
    text,
    state,
    why: state === 'reachable' ? '' : `${by} has no link`,
    nextHops: [{ interface: by }],
    recursive: false,
  },
];
const routes: readonly Route[] = [
  route('AS', '0.0.0.0/0', {
    gateways: via('203.0.113.10', 'ether1'),
    checkGateway: 'ping',
    place: place(41),
  }),
  route('S', '0.0.0.0/0', {
    ...{ gateways: via('198.51.100.1', 'ether2'), distance: 2, comment: 'backup', place: place(42) },
    why: 'another route to it has a smaller distance',
  }),
  route('AS', '0.0.0.0/0', { gateways: via('203.0.113.10', 'ether1'), table: 'to_ISP1', place: place(43) }),
  route('AS', '0.0.0.0/0', { gateways: via('198.51.100.1', 'ether2'), table: 'to_ISP2', place: place(44) }),
  route('S', '0.0.0.0/0', {
    ...{ gateways: via('lte1', 'lte1', 'interface-down'), table: 'to_LTE', place: place(45) },
    why: 'its gateway is not reachable',
  }),
  route('XS', '10.9.0.0/16', {
    gateways: via('192.168.88.2', 'bridge-lan'),
    disabled: true,
    place: place(46),
  }),
  route('DAC', '192.168.88.0/24', {
    gateways: via('bridge-lan', 'bridge-lan'),
    distance: 0,
    source: 'connect',
  }),
  route('DAC', '203.0.113.8/30', { gateways: via('ether1', 'ether1'), distance: 0, source: 'connect' }),
];

type Rule = Schemas['FirewallRule'];
const rule = (
  number: number,
  chain: string,
  action: string,
  properties: Rule['properties'],
  over: Partial<Rule> = {},
): Rule => ({
  ...{
    number,
    flags: '',
    disabled: false,
    chain,
    action,
    properties,
    comment: '',
    place: place(50 + number),
  },
  text: `chain=${chain} action=${action} ${Object.entries(properties)
    .map(([key, value]) => `${key}=${value}`)
    .join(' ')}`,
  counter: { packets: 8123 * (number + 1), bytes: 9_412_331 * (number + 1) },
  ...over,
});
const pcc = (number: number, line: string, part: string): Rule =>
  rule(number, 'prerouting', 'mark-connection', {
    'in-interface': 'bridge-lan',
    'connection-mark': 'no-mark',
    'dst-address-type': '!local',
    'per-connection-classifier': `both-addresses-and-ports:${part}`,
    'new-connection-mark': `${line}_conn`,
  });
const mangle: readonly Rule[] = [
  rule(
    0,
    'prerouting',
    'accept',
    { 'dst-address': '203.0.113.8/30', 'in-interface': 'bridge-lan' },
    { comment: 'networks of the ISPs are reached directly' },
  ),
  pcc(1, 'ISP1', '5/0'),
  pcc(2, 'ISP2', '5/1'),
  pcc(3, 'LTE', '5/2'),
  rule(4, 'prerouting', 'mark-routing', {
    'connection-mark': 'ISP1_conn',
    'new-routing-mark': 'to_ISP1',
    passthrough: 'no',
  }),
  rule(5, 'prerouting', 'mark-routing', {
    'connection-mark': 'ISP2_conn',
    'new-routing-mark': 'to_ISP2',
    passthrough: 'no',
  }),
  rule(
    6,
    'output',
    'mark-routing',
    { 'connection-mark': 'LTE_conn', 'new-routing-mark': 'to_LTE' },
    { flags: 'X', disabled: true, comment: 'not before the contract runs' },
  ),
  rule(
    7,
    'prerouting',
    'mark-packet',
    { 'in-interface': 'gone', 'new-packet-mark': 'voice' },
    { flags: 'I' },
  ),
];
const nat: readonly Rule[] = [
  rule(0, 'srcnat', 'masquerade', { 'out-interface': 'ether1' }, { comment: 'masquerade by each WAN' }),
  rule(1, 'srcnat', 'masquerade', { 'out-interface': 'ether2' }),
  rule(2, 'srcnat', 'masquerade', { 'out-interface': 'lte1' }),
  rule(
    3,
    'dstnat',
    'dst-nat',
    {
      protocol: 'tcp',
      'dst-port': '3389',
      'in-interface': 'ether1',
      'to-addresses': '192.168.88.20',
      'to-ports': '3389',
    },
    { comment: 'remote desktop' },
  ),
];
const filter: readonly Rule[] = [
  rule(0, 'input', 'accept', { 'connection-state': 'established,related,untracked' }),
  rule(1, 'input', 'drop', { 'connection-state': 'invalid' }),
  rule(2, 'input', 'accept', { protocol: 'icmp' }),
  rule(3, 'input', 'drop', { 'in-interface-list': '!LAN' }, { comment: 'nothing from outside' }),
  rule(4, 'forward', 'fasttrack-connection', { 'connection-state': 'established,related' }),
  rule(5, 'forward', 'drop', {
    'connection-state': 'new',
    'connection-nat-state': '!dstnat',
    'in-interface-list': 'WAN',
  }),
];
const firewall: Readonly<Record<string, readonly Rule[]>> = { mangle, nat, filter, raw: [] };

type Queue = Schemas['Queue'];
const way = (limit: number, use: number) => ({
  ...{
    maxLimitBitsPerSecond: limit,
    priority: 8,
    bitsPerSecond: limit * use,
    use,
    dropped: use > 0.9 ? 812 : 0,
  },
  ...{ bytes: Math.round(limit * 400), packets: 51_234, queuedBytes: use > 0.9 ? 62_000 : 0 },
});
const queue = (name: string, target: string, up: number, down: number, over: Partial<Queue> = {}): Queue => ({
  ...{ kind: 'simple', name, target: [target], packetMarks: [], disabled: false, comment: '', applied: true },
  ...{ upload: way(10_000_000, up), download: way(50_000_000, down), place: place(90) },
  ...over,
});
const queues: readonly Queue[] = [
  queue('office', '192.168.88.0/25', 0.21, 0.38),
  queue('guests', '192.168.88.128/26', 0.55, 0.68, { comment: 'guests share what is left' }),
  queue('backup', '192.168.88.200/32', 0.97, 0.08),
  queue('voice', '192.168.88.210/32', 0, 0, { packetMarks: ['voice'], disabled: true, applied: false }),
];

const leases: readonly Schemas['Lease'][] = [
  {
    ...{
      kind: 'wan',
      interface: 'ether2',
      label: 'ISP2 (ether2)',
      status: 'bound',
      address: '198.51.100.77/24',
    },
    ...{
      gateway: '198.51.100.1',
      server: '198.51.100.1',
      dns: ['198.51.100.1'],
      expiresAt: ago(-2_412_000),
      place: place(30),
    },
  },
  {
    ...{ kind: 'wan', interface: 'lte1', label: 'LTE (lte1)', status: 'searching', dns: [] },
    place: place(31),
  },
  ...['printer', 'desk-1', 'desk-2', 'phone'].map((host, index) => ({
    ...{ kind: 'lan' as const, interface: 'bridge-lan', label: 'bridge-lan', status: 'bound' as const, host },
    ...{
      address: `192.168.88.${20 + index}`,
      mac: `52:54:00:00:00:0${index}`,
      dns: [],
      expiresAt: ago(-1_200_000 * (index + 1)),
    },
  })),
];

export const tables: Answers = {
  getStatus: ({ scene }) => ({ answer: scene.status }),
  getWans: ({ scene }) => ({ answer: list(scene.wans) }),
  getInterfaces: () => ({ answer: list(interfaces) }),
  getRoutes: () => ({
    answer: {
      ...list(routes),
      ...{ tables: ['main', 'to_ISP1', 'to_ISP2', 'to_LTE'], checks: [], differences: [] },
      kernel: [
        {
          ...{ table: 'main', tableId: 254, destination: '0.0.0.0/0', type: 'unicast', protocol: 186 },
          nextHops: [{ address: '203.0.113.10', interface: 'ether1', weight: 1 }],
        },
      ],
    },
  }),
  getFirewall: ({ parameters, query }) => {
    const rules = firewall[parameters['table'] ?? ''] ?? [];
    const chain = query.get('chain');
    const chains = [...new Set(rules.map(one => one.chain))];
    return {
      answer: { ...list(chain ? rules.filter(one => one.chain === chain) : rules), chains, counts: 'asked' },
    };
  },
  getQueues: () => ({ answer: list(queues) }),
  getLeases: () => ({
    answer: {
      ...list(leases),
      servers: [{ interface: 'bridge-lan', network: '192.168.88.0/24', given: 4, addresses: 200 }],
    },
  }),
};
