import { assumedWorld, type Fault, situationOf } from '../../src/rib/index.ts';
import { readRouterOs } from '../../src/rsc/index.ts';
import {
  answerTo,
  leavingOf,
  type Packet,
  type Prepared,
  prepare,
  type Trace,
  type WalkOptions,
} from '../../src/walk/index.ts';

/** One WAN, one LAN that is masqueraded; what a test adds begins in line 8. */
export const smallOffice = `/ip address
add address=10.0.0.2/24 interface=ether1
add address=192.168.0.1/24 interface=ether2
/ip route
add gateway=10.0.0.1
/ip firewall nat
add chain=srcnat action=masquerade out-interface=ether1
`;

/** The small office with more text, ready to walk. */
export const read = (more: string, options: ReadOptions = {}): Prepared =>
  readText(`${smallOffice}${more}`, options);

interface ReadOptions extends Partial<WalkOptions> {
  readonly faults?: readonly Fault[];
}

/** A text of version 7 in a world where all goes well but the faults, ready to walk. */
export function readText(text: string, { faults, ...options }: ReadOptions = {}): Prepared {
  const { router } = readRouterOs(text, { file: 'office.rsc', dialect: 'v7' });
  const { world, rib, dead } = situationOf(router, assumedWorld(router, {}), faults);
  return prepare(router, rib, world, { engine: 'routeros', seed: 0, dead, ...options });
}

/** What the receiver sends back to a packet that left. */
export function answerOf(trace: Trace): Packet {
  const left = leavingOf(trace);
  if (!left) throw new Error(`it did not leave: ${trace.ending.kind}`);
  const { src, dst } = left;
  const ends = { src: src.address, srcPort: src.port, dst: dst.address, dstPort: dst.port };
  return answerTo({ ...trace.packet, ...ends }, left.out);
}
