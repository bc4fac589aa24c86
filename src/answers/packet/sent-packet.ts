import { type Router, rolesOf } from '../../model/index.ts';
import type { Ipv4 } from '../../net/index.ts';
import type { Language } from '../../text/index.ts';
import { makePacket, type Packet } from '../../walk/index.ts';
import type { AskedPort, AskedProtocol, Complain } from '../names/index.ts';
import { findAddress, findArrival, type Home, homeOf, noteForeignSource } from '../names/index.ts';
import type { WalkSubject } from '../subject/index.ts';
import { walkWords } from '../words.ts';
import { hostBehind } from './host-behind.ts';

/** What a user says of a packet. */
export interface SaidOfPacket {
  readonly in?: string;
  readonly src?: string;
  readonly dst: string;
  readonly proto?: AskedProtocol;
  readonly sport: number;
  readonly dport?: AskedPort;
  readonly lang: Language;
}

/** The packet that was asked for. */
export interface SentPacket {
  readonly packet: Packet;
  /** What of it was not said. */
  readonly assumed: readonly string[];
}

/** Undefined where what was said means nothing, which has been said then. */
export function packetOf(
  { config, world, situation }: WalkSubject,
  options: SaidOfPacket,
  say: Complain,
): SentPacket | undefined {
  const { router } = config;
  const src = options.src === undefined ? undefined : findAddress(router, '--src', options.src, say);
  const dst = findAddress(router, '--dst', options.dst, say);
  if (dst === undefined || (options.src !== undefined && src === undefined)) return undefined;
  if (options.in === undefined) return sentFromHome(situation, src, dst, options);
  const arriving = findArrival(router, world, options.in, src, say);
  if (arriving === undefined) return undefined;
  if (src === undefined) return sentFromBehind(router, situation, arriving, dst, options, say);
  noteForeignSource(router, situation, arriving, src, say);
  return { packet: makePacket({ ...portsOf(options), in: arriving, src, dst }), assumed: [] };
}

/** Nobody said whose packet it is: a host's of the LAN behind that interface. */
function sentFromBehind(
  router: Router,
  { world }: WalkSubject['situation'],
  arriving: string,
  dst: Ipv4,
  options: SaidOfPacket,
  say: Complain,
): SentPacket | undefined {
  const src = hostBehind(router, world, arriving);
  if (src === undefined) {
    const isWan = rolesOf(router).wans.includes(arriving);
    const example = `--in ${arriving} --src ${isWan ? '198.51.100.7' : '192.168.0.20'}`;
    say(
      {
        en: `the text does not show who sends by ${arriving}: it is ${isWan ? 'a line to the Internet' : 'a port without a network'}.`,
        id: `teks tidak menunjukkan siapa yang mengirim lewat ${arriving}: itu ${isWan ? 'saluran ke Internet' : 'port tanpa jaringan'}.`,
      },
      {
        en: `Say the sender's address too, for example ${example}.`,
        id: `Sebutkan juga alamat pengirimnya, misalnya ${example}.`,
      },
    );
    return undefined;
  }
  const assumed = [walkWords[options.lang].sentBy(src, arriving)];
  return { packet: makePacket({ ...portsOf(options), in: arriving, src, dst }), assumed };
}

/** Nobody said by which interface it comes: by that of its source's network, or the router makes it. */
function sentFromHome(
  situation: WalkSubject['situation'],
  src: Ipv4 | undefined,
  dst: Ipv4,
  options: SaidOfPacket,
): SentPacket {
  const say = walkWords[options.lang];
  const home: Home = src === undefined ? { kind: 'own' } : homeOf(situation, src);
  const packet = { ...portsOf(options), src: src ?? '0.0.0.0', dst };
  switch (home.kind) {
    case 'own':
      return { packet: makePacket(packet), assumed: [] };
    case 'unknown':
      return { packet: makePacket(packet), assumed: [say.madeBy(packet.src)] };
    case 'behind':
      return {
        packet: makePacket({ ...packet, in: home.interface }),
        assumed: [say.comesBy(packet.src, home.interface, home.network)],
      };
  }
}

/** What a service says of protocol and port; what is stated goes first. */
function portsOf({ proto, sport: srcPort, dport }: SaidOfPacket) {
  const protocol = proto?.protocol ?? dport?.protocol ?? 'tcp';
  return { protocol, srcPort, dstPort: dport?.port ?? proto?.port ?? 443 };
}
