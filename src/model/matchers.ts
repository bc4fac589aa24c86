import { type Family, portProtocols } from '../net/index.ts';
import type { Said } from '../text/index.ts';
import { type FirewallTable, firewallTables, type TablesWith, tablesWith } from './firewall-table.ts';
import type { Matcher, MatcherKind } from './matcher.ts';
import type { Gate } from './semantics.ts';

/**
 * What a matcher looks at: something of the packet's header, of what the router noted of it (marks, connection), or
 * something that neither shows.
 */
export type Aspect =
  | 'source'
  | 'destination'
  | 'in'
  | 'out'
  | 'bridge-port'
  | 'mac'
  | 'protocol'
  | 'source-port'
  | 'destination-port'
  | 'ports'
  | 'other-header'
  | 'size'
  | 'ttl'
  | 'dscp'
  | 'connection-mark'
  | 'packet-mark'
  | 'routing-mark'
  | 'connection-state'
  | 'connection-nat-state'
  | 'connection-bytes'
  | 'hash'
  | 'turn'
  | 'chance'
  | 'rate'
  | 'connections'
  | 'moment'
  | 'payload'
  | 'host';

/**
 * What decides whether it holds. `header`, `router` (its notes of this packet) and `hash` are known of a packet that
 * is walked; `counter`, `chance`, `rate` and `moment` depend on what came before or when; `payload` on what it
 * carries; `host` on parts of the system that are not modelled.
 */
export type Decider =
  | 'header'
  | 'router'
  | 'hash'
  | 'counter'
  | 'chance'
  | 'rate'
  | 'moment'
  | 'payload'
  | 'host';

/** Everything about a kind of matcher but its value: readers, writers, walk and compiler follow from this. */
export interface MatcherTrait {
  /** Tables of `/ip firewall` that have the property. */
  readonly ipv4: TablesWith;
  /** Tables of `/ipv6 firewall` that have it. */
  readonly ipv6: TablesWith;
  readonly reads: Aspect;
  readonly decidedBy: Decider;
  /** What it costs nft to test: lower first. */
  readonly cost: number;
  /** Keeps a count per rule, so it must see exactly the packets that passed all other matchers, at one place. */
  readonly counts?: true;
  /** Numbers of the protocols that alone have what it reads. */
  readonly protocols?: readonly number[];
  /** Why nobody should use it any more, as the end of a sentence. */
  readonly deprecated?: Said;
  /** Why the Linux program cannot have it, as the end of a sentence. */
  readonly linux?: Said;
}

const tracked: readonly FirewallTable[] = ['mangle', 'nat', 'filter'];
const connection: readonly FirewallTable[] = ['mangle', 'filter'];

const all = tablesWith(firewallTables);
const behindTracking = tablesWith(tracked);
const none: TablesWith = {};
const noBridgePorts = {
  en: 'bridge ports are not visible to IP rules on Linux',
  id: 'port bridge tidak terlihat oleh aturan IP di Linux',
};
const noPayload = {
  en: 'nftables cannot look into what a packet carries',
  id: 'nftables tidak dapat melihat isi paket',
};
const everyFamily = { ipv4: all, ipv6: all };
const onlyIpv4 = { ipv4: all, ipv6: none };
const onlyIpv6 = { ipv4: none, ipv6: all };
const trackedFamily = { ipv4: behindTracking, ipv6: behindTracking };

/**
 * The kinds in the order in which RouterOS evaluates a rule's matchers, however they were typed
 * (docs/routeros.md#matcher-order). Tables and versions are what RouterOS's own console lists for 7.9 to 7.24
 * (docs/routeros.md#matchers).
 */
export const matcherTraits: Readonly<Record<MatcherKind, MatcherTrait>> = {
  'src-mac-address': { ...everyFamily, reads: 'mac', decidedBy: 'header', cost: 3 },
  'in-interface': { ...everyFamily, reads: 'in', decidedBy: 'header', cost: 0 },
  'out-interface': { ...everyFamily, reads: 'out', decidedBy: 'router', cost: 0 },
  'in-interface-list': { ...everyFamily, reads: 'in', decidedBy: 'header', cost: 3 },
  'out-interface-list': { ...everyFamily, reads: 'out', decidedBy: 'router', cost: 3 },
  'in-bridge-port': {
    ...everyFamily,
    reads: 'bridge-port',
    decidedBy: 'header',
    cost: 7,
    linux: noBridgePorts,
  },
  'out-bridge-port': {
    ...everyFamily,
    reads: 'bridge-port',
    decidedBy: 'host',
    cost: 7,
    linux: noBridgePorts,
  },
  'in-bridge-port-list': {
    ...everyFamily,
    reads: 'bridge-port',
    decidedBy: 'header',
    cost: 7,
    linux: noBridgePorts,
  },
  'out-bridge-port-list': {
    ...everyFamily,
    reads: 'bridge-port',
    decidedBy: 'host',
    cost: 7,
    linux: noBridgePorts,
  },
  'src-address': { ...everyFamily, reads: 'source', decidedBy: 'header', cost: 2 },
  'dst-address': { ...everyFamily, reads: 'destination', decidedBy: 'header', cost: 2 },
  fragment: { ...onlyIpv4, reads: 'other-header', decidedBy: 'header', cost: 3 },
  protocol: { ...everyFamily, reads: 'protocol', decidedBy: 'header', cost: 2 },
  'src-address-type': { ...everyFamily, reads: 'source', decidedBy: 'router', cost: 6 },
  'dst-address-type': { ...everyFamily, reads: 'destination', decidedBy: 'router', cost: 6 },
  'src-address-list': { ...everyFamily, reads: 'source', decidedBy: 'router', cost: 5 },
  'dst-address-list': { ...everyFamily, reads: 'destination', decidedBy: 'router', cost: 5 },
  ttl: { ...onlyIpv4, reads: 'ttl', decidedBy: 'header', cost: 3 },
  'hop-limit': { ...onlyIpv6, reads: 'ttl', decidedBy: 'header', cost: 3 },
  headers: {
    ...onlyIpv6,
    reads: 'other-header',
    decidedBy: 'payload',
    cost: 7,
    linux: {
      en: 'extension headers of IPv6 are not compiled',
      id: 'extension header IPv6 tidak dikompilasi',
    },
  },
  dscp: { ...everyFamily, reads: 'dscp', decidedBy: 'header', cost: 3 },
  tos: {
    ipv4: tablesWith(firewallTables, { dialect: 'v7', minor: 21 }),
    ipv6: tablesWith(firewallTables, { dialect: 'v7', minor: 21 }),
    reads: 'dscp',
    decidedBy: 'header',
    cost: 3,
    linux: {
      en: 'the old type-of-service byte is not compiled',
      id: 'byte type-of-service lama tidak dikompilasi',
    },
  },
  'packet-size': { ...everyFamily, reads: 'size', decidedBy: 'header', cost: 3 },
  'tls-host': {
    ipv4: { ...all, nat: { until: 15 } },
    ipv6: { ...all, nat: { until: 15 } },
    reads: 'payload',
    decidedBy: 'payload',
    cost: 7,
    protocols: [6],
    linux: noPayload,
  },
  'ipv4-options': {
    ...onlyIpv4,
    reads: 'other-header',
    decidedBy: 'payload',
    cost: 7,
    linux: { en: 'options of the IP header are not compiled', id: 'opsi header IP tidak dikompilasi' },
  },
  'dst-port': {
    ...everyFamily,
    reads: 'destination-port',
    decidedBy: 'header',
    cost: 2,
    protocols: portProtocols,
  },
  'src-port': {
    ...everyFamily,
    reads: 'source-port',
    decidedBy: 'header',
    cost: 2,
    protocols: portProtocols,
  },
  port: { ...everyFamily, reads: 'ports', decidedBy: 'header', cost: 2, protocols: portProtocols },
  'tcp-flags': {
    ipv4: tablesWith(['raw', 'mangle', 'filter']),
    ipv6: all,
    reads: 'protocol',
    decidedBy: 'header',
    cost: 2,
    protocols: [6],
  },
  'tcp-mss': { ...everyFamily, reads: 'other-header', decidedBy: 'header', cost: 5, protocols: [6] },
  'icmp-options': { ...everyFamily, reads: 'protocol', decidedBy: 'header', cost: 2, protocols: [1] },
  'ingress-priority': {
    ...everyFamily,
    reads: 'host',
    decidedBy: 'host',
    cost: 7,
    linux: { en: 'priorities are not set on Linux', id: 'prioritas tidak diisi di Linux' },
  },
  priority: {
    ...everyFamily,
    reads: 'host',
    decidedBy: 'host',
    cost: 7,
    linux: { en: 'priorities are not set on Linux', id: 'prioritas tidak diisi di Linux' },
  },
  'packet-mark': { ...everyFamily, reads: 'packet-mark', decidedBy: 'router', cost: 1 },
  'routing-mark': { ...trackedFamily, reads: 'routing-mark', decidedBy: 'router', cost: 1 },
  'routing-table': {
    ipv4: tablesWith(tracked, { dialect: 'v6' }),
    ipv6: none,
    reads: 'host',
    decidedBy: 'host',
    cost: 7,
    linux: {
      en: 'rules on Linux do not know the table that a packet was routed by',
      id: 'aturan di Linux tidak tahu tabel yang merutekan paket',
    },
  },
  realm: {
    ipv4: behindTracking,
    ipv6: none,
    reads: 'host',
    decidedBy: 'host',
    cost: 7,
    linux: { en: 'routes on Linux are given no realm', id: 'rute di Linux tidak diberi realm' },
  },
  hotspot: {
    ...onlyIpv4,
    reads: 'host',
    decidedBy: 'host',
    cost: 7,
    linux: { en: 'Linux has no hotspot', id: 'Linux tidak punya hotspot' },
  },
  'connection-mark': { ...trackedFamily, reads: 'connection-mark', decidedBy: 'router', cost: 1 },
  'connection-state': {
    ipv4: tablesWith(connection),
    ipv6: behindTracking,
    reads: 'connection-state',
    decidedBy: 'router',
    cost: 1,
  },
  'connection-nat-state': {
    ipv4: tablesWith(connection),
    ipv6: tablesWith(connection),
    reads: 'connection-nat-state',
    decidedBy: 'router',
    cost: 4,
  },
  'connection-bytes': { ...trackedFamily, reads: 'connection-bytes', decidedBy: 'router', cost: 4 },
  'connection-limit': { ...trackedFamily, reads: 'connections', decidedBy: 'rate', cost: 8, counts: true },
  'connection-rate': {
    ...trackedFamily,
    reads: 'rate',
    decidedBy: 'rate',
    cost: 4,
    linux: {
      en: 'nftables does not know the speed of a connection',
      id: 'nftables tidak tahu kecepatan koneksi',
    },
  },
  'ipsec-policy': { ...everyFamily, reads: 'host', decidedBy: 'host', cost: 7 },
  'connection-type': {
    ...trackedFamily,
    reads: 'payload',
    decidedBy: 'payload',
    cost: 4,
    linux: {
      en: 'no connection tracking helpers are set up on Linux',
      id: 'helper connection tracking tidak dipasang di Linux',
    },
  },
  content: { ...everyFamily, reads: 'payload', decidedBy: 'payload', cost: 7, linux: noPayload },
  psd: {
    ...onlyIpv4,
    reads: 'rate',
    decidedBy: 'rate',
    cost: 7,
    counts: true,
    linux: { en: 'nftables has no port scan detection', id: 'nftables tidak punya deteksi port scan' },
  },
  p2p: {
    ipv4: tablesWith(connection),
    ipv6: none,
    reads: 'payload',
    decidedBy: 'payload',
    cost: 7,
    linux: noPayload,
    deprecated: {
      en: 'hardly any of these protocols can be recognised today, so it matches nothing',
      id: 'hampir semua protokol ini tidak bisa dikenali lagi sekarang, jadi tidak ada yang cocok',
    },
  },
  'layer7-protocol': {
    ipv4: behindTracking,
    ipv6: none,
    reads: 'payload',
    decidedBy: 'payload',
    cost: 7,
    linux: noPayload,
  },
  time: {
    ...everyFamily,
    reads: 'moment',
    decidedBy: 'moment',
    cost: 4,
  },
  random: { ...everyFamily, reads: 'chance', decidedBy: 'chance', cost: 8 },
  nth: { ...everyFamily, reads: 'turn', decidedBy: 'counter', cost: 8, counts: true },
  'per-connection-classifier': { ...everyFamily, reads: 'hash', decidedBy: 'hash', cost: 8 },
  limit: { ...everyFamily, reads: 'rate', decidedBy: 'rate', cost: 8, counts: true },
  'dst-limit': { ...everyFamily, reads: 'rate', decidedBy: 'rate', cost: 8, counts: true },
};

/** All kinds, in RouterOS's order of evaluation. */
export const matcherKinds = Object.keys(matcherTraits) as readonly MatcherKind[];

const rank = new Map(matcherKinds.map((kind, i) => [kind, i]));
const rankOf = ({ kind }: Matcher): number => rank.get(kind) ?? 0;

/** Matchers that a table has, with the versions that have them. */
export function matchersOf(family: Family, table: FirewallTable): ReadonlyMap<MatcherKind, Gate> {
  const found = matcherKinds.map(kind => [kind, matcherTraits[kind][family][table]] as const);
  return new Map(found.flatMap(([kind, gate]) => (gate ? [[kind, gate] as const] : [])));
}

/** Numbers of the protocols that alone have what it reads; undefined where all have. ICMP is another one in IPv6. */
export function protocolsWith(kind: MatcherKind, family: Family): readonly number[] | undefined {
  const { protocols } = matcherTraits[kind];
  return family === 'ipv4' ? protocols : protocols?.map(number => (number === 1 ? 58 : number));
}

/** Is it the name of a matcher's property? */
export function isMatcherKind(property: string): property is MatcherKind {
  return property in matcherTraits;
}

/** A rule's matchers in the order in which RouterOS evaluates them: it shows where one counts. */
export function evaluationOrder(matchers: readonly Matcher[]): Matcher[] {
  return [...matchers].sort((a, b) => rankOf(a) - rankOf(b));
}

/**
 * The cheap ones first: a connection that is marked already must not pay for a hash or a look-up in the routing table.
 * What counts comes after all others, as on RouterOS.
 */
export function cheapestFirst(matchers: readonly Matcher[]): Matcher[] {
  const place = ({ kind }: Matcher) => matcherTraits[kind].cost + (matcherTraits[kind].counts ? 1000 : 0);
  return evaluationOrder(matchers).sort((a, b) => place(a) - place(b));
}

/** Does it keep a count per rule? */
export function isCounting({ kind }: Matcher): boolean {
  return matcherTraits[kind].counts === true;
}

/** Is it counted or drawn anew for every rule that has it? */
export function drawsLots(matcher: Matcher): boolean {
  return isCounting(matcher) || matcherTraits[matcher.kind].decidedBy === 'chance';
}
