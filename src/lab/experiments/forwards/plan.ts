import { type FirewallRule, placeOf } from '../../../model/index.ts';
import { ipv4ToNumber, printIpv4, protocolName } from '../../../net/index.ts';
import { spreadOver } from '../../../prove/index.ts';
import type { Endpoint, Packet, Prepared } from '../../../walk/index.ts';
import type { LabIsp } from '../../build/lab.ts';
import { walked } from '../trials/expected.ts';
import type { LeftOut } from '../trials/trial.ts';
import { forwardsOf, nameOfForward, packetsThrough, targetOf } from './listed.ts';
import type { ForwardWords } from './say.ts';

/** A port forward that can be tried: a packet that it leads on, and where to. */
export interface Forward {
  readonly rule: FirewallRule;
  readonly name: string;
  readonly place: string;
  readonly target: Endpoint;
  readonly protocol: 'tcp' | 'udp';
  /** By each WAN; at least one. */
  readonly packets: ReadonlyMap<string, Packet>;
}

interface Plan {
  readonly forwards: readonly Forward[];
  readonly leftOut: readonly LeftOut[];
}

/** So many rules are tried; of more, a sample from all over. */
const mostRules = 40;

/** Which port forwards of the text are tried, and why others are not. `hasMachine`: is there a network for the target? */
export function planForwards(
  prepared: Prepared,
  hasMachine: (address: number) => boolean,
  say: ForwardWords,
): Plan {
  const all = forwardsOf(prepared.router);
  const sample = spreadOver(all, mostRules);
  const leftOut: LeftOut[] = [];
  const forwards: Forward[] = [];
  for (const rule of all) {
    const known = { what: nameOfForward(rule), place: placeOf(rule.origin) };
    const found = sample.includes(rule) ? forwardOf(prepared, rule, hasMachine, say) : say.notInSample;
    if (typeof found === 'string') leftOut.push({ ...known, why: found });
    else forwards.push(found);
  }
  return { forwards, leftOut };
}

/** The port forward of a rule, or why it cannot be tried. */
function forwardOf(
  prepared: Prepared,
  rule: FirewallRule,
  hasMachine: (address: number) => boolean,
  say: ForwardWords,
): Forward | string {
  const packets = packetsThrough(prepared, rule);
  const [first] = packets.values();
  const target = first && targetOf(walked(prepared, first), rule);
  if (!first || !target) return say.notFromOutside;
  const protocol = protocolName(first.protocol);
  if (protocol !== 'tcp' && protocol !== 'udp') return say.noServer(protocol);
  if (!hasMachine(target.address)) return say.noNetwork(printIpv4(target.address));
  return { rule, name: nameOfForward(rule), place: placeOf(rule.origin), target, protocol, packets };
}

/** The packet that tries a forward by one ISP: one that it leads on there, else the same from another to that line's address. */
export function packetBy(
  { packets }: Forward,
  { topology: { interface: port } }: LabIsp,
  { world }: Prepared,
  index: number,
): Packet | undefined {
  const [any] = packets.values();
  const own = world.interfaces[port]?.addresses[0]?.address;
  const other = any && own !== undefined ? { ...any, in: port, dst: ipv4ToNumber(own) } : undefined;
  const packet = packets.get(port) ?? other;
  // Ports of callers tell the trials apart; a rule that asks for one has chosen another than the usual one.
  return packet && packet.srcPort === usualPort ? { ...packet, srcPort: usualPort + index } : packet;
}

/** Of the classes of packets. */
const usualPort = 40_000;
