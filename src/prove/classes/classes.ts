import type { FirewallRule, Matcher, Origin, Router } from '../../model/index.ts';
import { ipv4ToNumber } from '../../net/index.ts';
import { makePacket, type Packet, type Prepared } from '../../walk/index.ts';
import { type Asked, askedBy } from '../own/asked.ts';
import { questionTo } from '../own/question.ts';
import { firstTo, type Served, servedBy } from '../served/servers.ts';
import { openUplinks, saysTheWay } from '../states/uplinks.ts';
import { enabledRules } from './bounds.ts';
import { type ClassGroup, crossed, listed, someOf } from './class-groups.ts';
import { type Header, headerClasses } from './header-classes.ts';
import { deciding, elsewhere, hostsOf, internetHosts, ownOf } from './hosts.ts';
import { farHost, policySelectors, within } from './policies.ts';

/** Where the first packet of a conversation goes from and to. */
export type Direction =
  | 'lan-to-internet'
  | 'lan-to-lan'
  | 'lan-to-router'
  | 'lan-to-forward'
  | 'lan-to-policy'
  | 'router-to-servers'
  | 'router-to-lan'
  | 'wan-to-server'
  | 'wan-to-router'
  | 'wan-to-elsewhere';

/** One class of first packets by one of its packets. */
export interface PacketClass {
  readonly direction: Direction;
  readonly packet: Packet;
  /** Whom the router asks. */
  readonly asked?: Asked | undefined;
  /** The server of the router that is asked. */
  readonly served?: Served | undefined;
  /** The IPsec policy that the packet is for. */
  readonly policy?: Origin | undefined;
  /** The LAN that the router sends to. */
  readonly lan?: string | undefined;
}

type Group = ClassGroup<PacketClass>;

/** Every class of packets that begin conversations, one packet each. */
export const packetClasses = (prepared: Prepared): readonly PacketClass[] =>
  somePacketClasses(prepared).classes;

export interface SomeClasses {
  readonly classes: readonly PacketClass[];
  /** How many more there are. */
  readonly leftOut: number;
}

/** No more classes than `most`, taken from all over; only those of the wanted directions. */
export function somePacketClasses(
  prepared: Prepared,
  most = Number.POSITIVE_INFINITY,
  isWanted: (direction: Direction) => boolean = () => true,
): SomeClasses {
  const all = known.get(prepared) ?? allGroups(prepared);
  known.set(prepared, all);
  return someOf(
    all.filter(({ direction }) => isWanted(direction)),
    most,
  );
}

/** A proof and rules ask for different ones of the same router. */
const known = new WeakMap<Prepared, readonly Group[]>();

function allGroups(prepared: Prepared): Group[] {
  const headers = headerClasses(deciding(prepared.router));
  return [
    ...fromLan(prepared, headers),
    ...listed(ownQuestions(prepared)),
    ...toLans(prepared),
    ...listed(toPolicies(prepared)),
    ...listed(toServers(prepared)),
    ...fromWan(prepared, headers),
  ];
}

/**
 * First packets from outside and from the LANs with headers that the conditions of a rule, and of those that jump to its
 * chain, can tell apart: `most` of them at most, from all over.
 */
export function packetsAimedAt(prepared: Prepared, rule: FirewallRule, most: number): readonly PacketClass[] {
  const headers = headerClasses(conditionsOf(prepared.router, rule));
  return someOf([...fromWan(prepared, headers), ...fromLan(prepared, headers)], most).classes;
}

/** The conditions of a rule, and those under which packets come to its chain. */
function conditionsOf(router: Router, { table, chain, matchers }: FirewallRule): readonly Matcher[] {
  const rules = enabledRules(router).filter(one => one.table === table);
  const chains = new Set([chain]);
  const jumps: FirewallRule[] = [];
  for (const name of chains) {
    for (const rule of rules) {
      if (rule.action.kind !== 'jump' || rule.action.target !== name) continue;
      jumps.push(rule);
      chains.add(rule.chain);
    }
  }
  return [...matchers, ...jumps.flatMap(jump => jump.matchers)];
}

/**
 * What the router asks others. Nothing where the text is only a part, which says of no WAN or not of all what address it
 * has: then nobody knows where its questions go.
 */
export function ownQuestions(prepared: Prepared): PacketClass[] {
  const { wans, world } = prepared;
  const hasAddress = (name: string): boolean => (world.interfaces[name]?.addresses ?? []).length > 0;
  if (wans.length === 0 || !wans.every(hasAddress) || !saysTheWay(prepared)) return [];
  return askedBy(prepared).map(asked => ({
    direction: 'router-to-servers',
    packet: questionTo(prepared, asked, asked.to),
    asked,
  }));
}

/** What the router sends to hosts of its LANs: ping, and what rules of its output can tell apart. */
function toLans({ router, setup, lans }: Prepared): Group[] {
  const rules = enabledRules(router).filter(({ chain }) => chain === 'output');
  const headers = headerClasses(rules.flatMap(({ matchers }) => matchers));
  return lans.map(lan =>
    crossed('router-to-lan', hostsOf(setup, lan, 'dst'), headers, (dst, header) => ({
      direction: 'router-to-lan',
      packet: { ...header, src: 0, dst },
      lan,
    })),
  );
}

/** What hosts of the LANs send to the far ends of IPsec policies: one packet for each LAN and policy. */
function toPolicies({ setup, lans }: Prepared): PacketClass[] {
  return policySelectors(setup).flatMap(({ src, dst, origin }) => {
    const to = farHost(setup, dst);
    return lans.flatMap(name => {
      const from = hostsOf(setup, name).find(host => within(src, host));
      if (from === undefined || to === undefined) return [];
      const ports = { protocol: 6, srcPort: 40_000, dstPort: 443 };
      const packet = makePacket({ in: name, src: from, dst: to, ...ports });
      return [{ direction: 'lan-to-policy' as const, packet, policy: origin }];
    });
  });
}

/** First packets to each VPN server of the router by each uplink. */
export function toServers(prepared: Prepared): PacketClass[] {
  const { setup, router } = prepared;
  const servers = servedBy(router);
  const peers = servers.length === 0 ? [] : internetHosts(setup, 'src');
  return openUplinks(prepared).flatMap(name =>
    ownOf(setup, name).flatMap(dst =>
      servers
        .filter(({ at }) => at === undefined || ipv4ToNumber(at) === dst)
        .flatMap(served =>
          peers.map(src => ({
            direction: 'wan-to-server' as const,
            packet: firstTo(served, name, src, dst),
            served,
          })),
        ),
    ),
  );
}

function fromLan(prepared: Prepared, headers: readonly Header[]): Group[] {
  const { setup, lans } = prepared;
  const internet = saysTheWay(prepared) ? internetHosts(setup, 'dst') : [];
  return lans.flatMap(name => {
    const [own, others, forwards] = [ownOf(setup, name), otherLans(prepared, name), forwarding(prepared)];
    return hostsOf(setup, name).flatMap(src => [
      join('lan-to-internet', name, src, internet, headers),
      join('lan-to-router', name, src, own, headers),
      join('lan-to-lan', name, src, others, headers),
      join('lan-to-forward', name, src, forwards, headers),
    ]);
  });
}

/** What LANs send to addresses of the router that are not on their own network: those of its WANs and other LANs. */
export function packetsToOtherOwn(prepared: Prepared, most: number): SomeClasses {
  const { router, setup, lans, world } = prepared;
  const headers = headerClasses(deciding(router));
  const groups = lans.flatMap(name => {
    const others = Object.keys(world.interfaces).filter(other => other !== name);
    const to = others.flatMap(other => ownOf(setup, other));
    return hostsOf(setup, name).map(src => join('lan-to-router', name, src, to, headers));
  });
  return someOf(groups, most);
}

/** The addresses that port forwards are used by, where there is any port forward. */
function forwarding({ router, setup, wans }: Prepared): number[] {
  const isForward = ({ action: { kind } }: FirewallRule): boolean => kind === 'dst-nat' || kind === 'netmap';
  return enabledRules(router).some(isForward) ? wans.flatMap(name => ownOf(setup, name)) : [];
}

/** Hosts on the networks of all other LANs. */
function otherLans({ setup, lans }: Prepared, name: string): number[] {
  return lans.filter(other => other !== name).flatMap(other => hostsOf(setup, other, 'dst'));
}

function fromWan(prepared: Prepared, headers: readonly Header[]): Group[] {
  const { setup } = prepared;
  const peers = internetHosts(setup, 'src');
  const others = elsewhere(prepared);
  return openUplinks(prepared).flatMap(name => {
    const own = ownOf(setup, name);
    return peers.flatMap(src => [
      join('wan-to-router', name, src, own, headers),
      join('wan-to-elsewhere', name, src, others, headers),
    ]);
  });
}

const join = (
  direction: Direction,
  name: string,
  src: number,
  to: readonly number[],
  headers: readonly Header[],
): Group =>
  crossed(direction, to, headers, (dst, header) => ({
    direction,
    packet: packetFrom(name, src, dst, header),
  }));

function packetFrom(name: string, src: number, dst: number, header: Header): Packet {
  return { ...header, in: name, src, dst };
}
