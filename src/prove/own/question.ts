import { ipv4ToNumber } from '../../net/index.ts';
import { makePacket, type Packet, type Prepared } from '../../walk/index.ts';
import type { OtherEnd } from './other-end.ts';

/** What the router sends to an other end at `to`: from its own address where the text says one, else as the routes choose. */
export function questionTo(
  { setup }: Prepared,
  { protocol, port, srcPort = 40_000, src }: OtherEnd,
  to: number,
): Packet {
  const own = src === undefined ? 0 : ipv4ToNumber(src);
  return makePacket({
    src: setup.local.isOwn(own) ? own : 0,
    dst: to,
    protocol,
    srcPort: port === 0 ? 0 : srcPort,
    dstPort: port,
  });
}
