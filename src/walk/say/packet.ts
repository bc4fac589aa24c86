import { carriesPorts, printIpv4, protocolName } from '../../net/index.ts';
import type { InEveryLanguage, Language } from '../../text/index.ts';
import type { Packet } from '../packet.ts';

const en = { made: 'made by the router', arriving: (name: string) => `in by ${name}` };
const id: typeof en = { made: 'dibuat oleh router', arriving: name => `masuk lewat ${name}` };
const words: InEveryLanguage<typeof en> = { en, id };

/** `tcp 192.168.0.10:40000 → 8.8.8.8:443, in by ether4`. */
export function packetText(packet: Packet, language: Language): string {
  const { src, dst, protocol, srcPort, dstPort } = packet;
  const ports = carriesPorts(protocol);
  const from = ports ? `${printIpv4(src)}:${srcPort}` : printIpv4(src);
  const to = ports ? `${printIpv4(dst)}:${dstPort}` : printIpv4(dst);
  const say = words[language];
  const place = packet.in === undefined ? say.made : say.arriving(packet.in);
  return `${protocolName(protocol)} ${from} → ${to}, ${place}`;
}
