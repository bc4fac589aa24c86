import {
  type Ipv4Prefix,
  ipv4ToNumber,
  networkOf,
  prefixContains,
  prefixRange,
  printIpv4,
} from '../../net/index.ts';
import { somePacketClasses } from '../../prove/index.ts';
import type { Packet } from '../../walk/index.ts';
import { stranger } from '../ask/strangers/index.ts';
import type { Subject } from '../subject.ts';
import type { Who } from './claim.ts';

/** A host, and the port that its packets come in by. */
export interface Sender {
  readonly in: string;
  readonly src: number;
}

/** Kinds of packets that are looked through for what rules can tell apart. */
const mostKinds = 400;

/** First packets from LANs and from outside, one of each kind that rules can tell apart. */
export function kindsOf({ well }: Pick<Subject, 'well'>): readonly Packet[] {
  return somePacketClasses(well, mostKinds).classes.map(({ packet }) => packet);
}

/** Hosts of a sender that rules can tell apart, and the ends of its network; none where the text knows nobody there. */
export function sendersOf(subject: Subject, who: Who, kinds: readonly Packet[]): Sender[] {
  switch (who.kind) {
    case 'lan':
      return all(subject, kinds).filter(one => subject.well.lans.includes(one.in));
    case 'internet':
      return subject.well.wans.map(name => ({ in: name, src: stranger }));
    case 'port':
      return all(subject, kinds).filter(one => one.in === who.name);
    case 'network': {
      const hosts = all(subject, kinds).filter(({ src }) => prefixContains(who.network, printIpv4(src)));
      return distinct([...hosts, ...endsOf(subject, who)]);
    }
  }
}

/** Everybody, one host of each kind. */
export function all(subject: Subject, kinds: readonly Packet[]): Sender[] {
  const { lans, wans } = subject.well;
  const known = kinds.flatMap(packet =>
    packet.in === undefined ? [] : [{ in: packet.in, src: packet.src }],
  );
  const ends = lans.flatMap(name =>
    networksOf(subject, name).flatMap(network => endsOf(subject, { kind: 'network', network })),
  );
  return distinct([...known, ...ends, ...wans.map(name => ({ in: name, src: stranger }))]);
}

/** The first and the last host of a network, by the port whose own network it is a part of. */
function endsOf(subject: Subject, { network }: Extract<Who, { readonly kind: 'network' }>): Sender[] {
  const { interfaces } = subject.well.world;
  const { from, to } = prefixRange(network);
  return Object.values(interfaces).flatMap(({ name, addresses }) => {
    const own = addresses.map(({ address }) => ipv4ToNumber(address));
    const isOn = networksOf(subject, name).some(one => prefixContains(one, printIpv4(from)));
    if (!isOn) return [];
    const hosts = to - from < 2 ? [from] : [from + 1, from + 2, to - 1, to - 2];
    const free = hosts.filter(host => host >= from && host <= to && !own.includes(host));
    return [free[0], free.at(-1)].flatMap(src => (src === undefined ? [] : [{ in: name, src }]));
  });
}

const networksOf = ({ well: { world } }: Subject, name: string): Ipv4Prefix[] =>
  (world.interfaces[name]?.addresses ?? []).filter(({ length }) => length < 32).map(own => networkOf(own));

function distinct(senders: readonly Sender[]): Sender[] {
  const seen = new Set<string>();
  return senders.filter(one => {
    const key = `${one.in} ${one.src}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** Is it one of them? */
export const isAmong = (subject: Subject, who: Who, sender: Sender): boolean => {
  switch (who.kind) {
    case 'lan':
      return subject.well.lans.includes(sender.in);
    case 'internet':
      return subject.well.wans.includes(sender.in);
    case 'port':
      return sender.in === who.name;
    case 'network':
      return prefixContains(who.network, printIpv4(sender.src));
  }
};
