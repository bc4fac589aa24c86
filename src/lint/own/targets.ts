import { type IpService, ipServices } from '../../model/index.ts';
import {
  type Ipv4,
  type Ipv4Prefix,
  isIpv4Prefix,
  prefixContains,
  prefixRange,
  printIpv4,
} from '../../net/index.ts';
import { converseAll } from '../../prove/index.ts';
import { makePacket, type Packet, type PacketParts, type Trace } from '../../walk/index.ts';
import type { Subject } from '../subject.ts';
import type { What } from './claim.ts';
import type { Sender } from './senders.ts';

/** A packet towards what is to be reached, and its walk: one of the ways that it can go. */
export interface Attempt {
  readonly packet: Packet;
  readonly trace: Trace;
  readonly isReached: boolean;
}

/** All ways that packets of a sender can go to a target. */
export function attempts(subject: Subject, sender: Sender, what: What): Attempt[] {
  return knocksAt(subject, sender, what).flatMap(({ parts, service }) => {
    const packet = makePacket({ srcPort: 40_000, ...sender, ...parts });
    return converseAll(subject.well, packet).outcomes.map(({ result: { first } }) => ({
      packet,
      trace: first,
      isReached: isThere(first, what) && (service === undefined || answers(service, sender)),
    }));
  });
}

interface KnockAt {
  readonly parts: Omit<PacketParts, 'src'>;
  readonly service?: IpService | undefined;
}

function knocksAt(subject: Subject, sender: Sender, what: What): KnockAt[] {
  const own = ownAddresses(subject, sender);
  const services = ipServices(subject.router);
  const at = (port: number, protocol: string, service?: IpService): KnockAt[] =>
    own.map(dst => ({ parts: { dst, protocol, dstPort: port }, service }));
  switch (what.kind) {
    case 'service':
      return services.filter(({ name }) => name === what.name).flatMap(one => at(one.port, 'tcp', one));
    case 'port':
      return at(what.port, what.protocol);
    case 'router':
      return [...services.flatMap(one => at(one.port, 'tcp', one)), ...at(53, 'udp'), ...at(0, 'icmp')];
    case 'network':
      return hostsIn(what.network).map(dst => ({ parts: { dst, dstPort: 443 } }));
    case 'internet':
      return [{ parts: { dst: '8.8.8.8', dstPort: 443 } }];
  }
}

/** The address of the router that the sender is next to, and those of the other ports. */
function ownAddresses({ well: { world } }: Subject, { in: name }: Sender): Ipv4[] {
  const others = Object.values(world.interfaces).filter(one => one.name !== name);
  return [world.interfaces[name], ...others].flatMap(
    one => one?.addresses.map(({ address }) => address) ?? [],
  );
}

function hostsIn(network: Ipv4Prefix): number[] {
  const { from, to } = prefixRange(network);
  return to - from < 2 ? [from] : [from + 2, to - 1];
}

const isThere = ({ ending }: Trace, { kind }: What): boolean => {
  if (kind === 'internet') return ending.kind === 'forwarded' && ending.wan;
  return kind === 'network' ? ending.kind === 'forwarded' : ending.kind === 'delivered';
};

const answers = ({ sources }: IpService, { src }: Sender): boolean =>
  sources === undefined ||
  sources.some(prefix => isIpv4Prefix(prefix) && prefixContains(prefix, printIpv4(src)));
