import { mainTable, tableOfInterface } from '../../../model/index.ts';
import { makePacket, newState, type Packet, type Trace, walk } from '../../../walk/index.ts';
import type { Subject } from '../../subject.ts';

/** A packet that somebody on the Internet sends to the router by a WAN, and what becomes of it. */
export interface Knock {
  readonly wan: string;
  readonly packet: Packet;
  readonly trace: Trace;
}

/** An address of nobody (RFC 5737). */
const stranger = '203.0.113.77';

/**
 * What strangers send to a port of the router and is let in, by each WAN that has an address. `vrf`: in which the service is, where the
 * text says so of it.
 */
export const letIn = (subject: Subject, protocol: 'tcp' | 'udp', port: number, vrf?: string): Knock[] =>
  subject.wans.flatMap(wan => {
    if (!isListening(subject, wan, vrf)) return [];
    const [own] = subject.well.world.interfaces[wan]?.addresses ?? [];
    if (!own) return [];
    const ends = { srcPort: 40_000, dst: own.address, dstPort: port };
    const packet = makePacket({ protocol, in: wan, src: stranger, ...ends });
    const trace = walk(subject.well, newState(8), packet);
    return trace.ending.kind === 'delivered' ? [{ wan, packet, trace }] : [];
  });

/** A service listens in one VRF, usually main; where nothing says which, by a port of a VRF only where any is told to (docs/routeros.md#vrf). */
function isListening({ router }: Subject, wan: string, vrf: string | undefined): boolean {
  const table = tableOfInterface(router, wan);
  if (vrf !== undefined) return table === vrf;
  return table === mainTable || router.plain.some(({ properties }) => properties['vrf'] === table);
}
