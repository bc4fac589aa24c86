import { rulesOf } from '../model/index.ts';
import { ipv4ToNumber, maskOf, prefixRange } from '../net/index.ts';
import { isPrivate, makePacket, type Packet, type Prepared, rangeOf, rangesOf } from '../walk/index.ts';

/** How many imagined clients, hosts and connections. */
export interface SampleSize {
  readonly flows: number;
  readonly clients: number;
  readonly destinations: number;
}

/** A kind of traffic: how often it occurs, and how many bytes such a connection carries. */
export interface TrafficKind {
  readonly name: string;
  readonly protocol: 'tcp' | 'udp';
  readonly port: number;
  /** Part of all connections, 0..1. */
  readonly share: number;
  readonly bytes: number;
}

/** The mix that shares by volume refer to: many small connections, few large ones carry most bytes. */
export const trafficMix: readonly TrafficKind[] = [
  { name: 'DNS', protocol: 'udp', port: 53, share: 0.25, bytes: 400 },
  { name: 'web', protocol: 'tcp', port: 443, share: 0.6, bytes: 150_000 },
  { name: 'call', protocol: 'udp', port: 3478, share: 0.05, bytes: 2_000_000 },
  { name: 'download', protocol: 'tcp', port: 443, share: 0.08, bytes: 8_000_000 },
  { name: 'video', protocol: 'tcp', port: 443, share: 0.02, bytes: 120_000_000 },
];

/** One imagined connection from the LAN to the Internet. */
export interface SampleFlow {
  readonly packet: Packet;
  readonly bytes: number;
}

/** Connections from clients on the LANs to hosts of the Internet: the same for the same size, whatever the router. */
export function sampleFlows(prepared: Prepared, { flows, clients, destinations }: SampleSize): SampleFlow[] {
  const random = generator(0x6a616c75);
  const lan = clientAddresses(prepared, clients);
  const hosts = Array.from({ length: destinations }, () => publicAddress(random));
  if (lan.length === 0) return [];
  return Array.from({ length: flows }, () => {
    const client = lan[random(lan.length)];
    const kind = kindAt(random(10_000) / 10_000);
    const packet = makePacket({
      in: client?.interface,
      src: client?.address ?? 0,
      dst: hosts[random(hosts.length)] ?? 0,
      protocol: kind.protocol,
      srcPort: 32_768 + random(28_000),
      dstPort: kind.port,
    });
    return { packet, bytes: kind.bytes };
  });
}

interface Client {
  readonly interface: string;
  readonly address: number;
}

interface Lan {
  readonly name: string;
  /** The first address of its network, and how many follow it. */
  readonly network: number;
  readonly room: number;
  readonly isDivided: boolean;
}

const lansOf = (prepared: Prepared): Lan[] =>
  prepared.lans.flatMap(name =>
    (prepared.world.interfaces[name]?.addresses ?? []).slice(0, 1).map(({ address, length }) => {
      const network = (ipv4ToNumber(address) & maskOf(length)) >>> 0;
      const room = ~maskOf(length) >>> 0;
      return { name, network, room, isDivided: isDivided(prepared, network, network + room) };
    }),
  );

/** LANs some of whose hosts rules treat in another way than others. */
export const dividedLans = (prepared: Prepared): readonly string[] =>
  lansOf(prepared).flatMap(({ name, isDivided: is }) => (is ? [name] : []));

/** Do rules ask for some sources of a network and not for all? */
function isDivided({ setup, router }: Prepared, from: number, to: number): boolean {
  const matchers = rulesOf(router, 'ipv4').flatMap(rule => (rule.disabled ? [] : rule.matchers));
  const asked = [
    ...matchers.flatMap(one => {
      if (one.kind === 'src-address') return [rangeOf(one.address) ?? []].flat();
      return one.kind === 'src-address-list' ? rangesOf(setup, one.list) : [];
    }),
    ...router.routingRules.flatMap(({ disabled, srcAddress }) =>
      disabled || srcAddress === undefined ? [] : [prefixRange(srcAddress)],
    ),
  ];
  return asked.some(one => one.from <= to && one.to >= from && (one.from > from || one.to < to));
}

/** Client i sits on LAN i mod n: at its network's .10 and up, or all over it where rules treat parts of it otherwise. */
function clientAddresses(prepared: Prepared, count: number): Client[] {
  const lans = lansOf(prepared);
  const each = Math.ceil(count / Math.max(1, lans.length));
  return Array.from({ length: lans.length === 0 ? 0 : count }, (_, i) => {
    const lan = lans[i % lans.length];
    const room = lan?.room ?? 0;
    const turn = Math.floor(i / lans.length);
    const near = 10 + (turn % Math.max(1, room - 11));
    const host = lan?.isDivided ? Math.floor(((turn + 0.5) * room) / each) : near;
    const address = (lan?.network ?? 0) + Math.min(Math.max(1, host), Math.max(1, room - 1));
    return { interface: lan?.name ?? '', address };
  });
}

function kindAt(point: number): TrafficKind {
  let sum = 0;
  const found = trafficMix.find(({ share }) => {
    sum += share;
    return point < sum;
  });
  return found ?? (trafficMix[1] as TrafficKind);
}

function publicAddress(random: (below: number) => number): number {
  for (;;) {
    const address = random(0xdfffffff) >>> 0;
    if (address >= 0x01000000 && address >>> 24 !== 127 && !isPrivate(address)) return address;
  }
}

/** mulberry32: small, fast, and the same everywhere. */
export function generator(seed: number): (below: number) => number {
  let state = seed;
  return below => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}
