import type { Schemas } from '../../api/index.ts';
import { firstPacket, type PacketForm } from '../../parts/packet/index.ts';
import type { Language } from '../../words/said.ts';

/** The packet that the address of the page asks about; without a destination it only begins one. */
export function packetIn(query: URLSearchParams): PacketForm {
  const given = (name: string): string => query.get(name)?.trim() ?? '';
  const how = (['down', 'dead-gateway', 'dead'] as const).find(one => one === given('how')) ?? 'down';
  return {
    ...{ in: given('in'), src: given('src'), dst: given('dst') },
    protocol: given('protocol') || (given('dst') === '' ? firstPacket.protocol : ''),
    ...{ srcPort: given('srcPort'), dstPort: given('dstPort') },
    ...{ whyNot: given('whyNot'), seed: given('seed'), through: given('through'), how },
    reply: given('reply') !== 'no',
  };
}

/** The same as an address, so that a link asks again. */
export function toQuery({ reply, how, ...packet }: PacketForm): Record<string, string> {
  const given = Object.entries(packet).filter(([, value]) => value !== '');
  return {
    ...Object.fromEntries(given),
    ...(packet.through !== '' && { how }),
    ...(!reply && { reply: 'no' }),
  };
}

/** The same as the API takes it; what is no number is said by it. */
export function requestOf(packet: PacketForm, lang: Language): Schemas['ExplainRequest'] {
  const { src, dst, protocol, srcPort, dstPort, whyNot, seed, through, how, reply } = packet;
  return {
    packet: {
      ...(packet.in !== '' && { in: packet.in }),
      ...(src !== '' && { src }),
      dst,
      ...(protocol !== '' && { protocol }),
      ...(srcPort !== '' && { srcPort: Number(srcPort) }),
      ...(dstPort !== '' && { dstPort: /^\d+$/.test(dstPort) ? Number(dstPort) : dstPort }),
    },
    ...{ reply, lang },
    ...(whyNot !== '' && { whyNot: whyNot === 'all' ? ('all' as const) : Number(whyNot) }),
    ...(seed !== '' && { seed: Number(seed) }),
    ...(through !== '' && { through, how }),
  };
}
