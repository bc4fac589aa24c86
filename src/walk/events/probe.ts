import type { Netwatch } from '../../model/index.ts';
import { isIpv4, prefixContains, printIpv4 } from '../../net/index.ts';
import { connectedNetwork, type Fault } from '../../rib/index.ts';
import { answerOf } from '../answer.ts';
import { explore } from '../explore.ts';
import { makePacket, type Packet } from '../packet.ts';
import { type Prepared, walk } from '../prepare.ts';
import { newState } from '../state.ts';
import type { Trace } from '../trace.ts';

/** What a probe finds; `open`: hash or chance decides, or its host is a name. */
export type Status = 'up' | 'down' | 'open';

/** What a probe sends, as the router itself would send it (docs/routeros.md#netwatch). */
function probePacket({ host, type, srcAddress, properties }: Netwatch): Packet | undefined {
  if (!isIpv4(host) || type === 'dns') return undefined;
  const src = srcAddress ?? 0;
  if (type === 'simple' || type === 'icmp') return makePacket({ src, dst: host, protocol: 'icmp' });
  const usual = type === 'https-get' ? 443 : 80;
  const dstPort = Number(properties['port'] ?? usual);
  return makePacket({ src, dst: host, protocol: 'tcp', srcPort: 40_000, dstPort });
}

/** Whether a probe's host answers it in this state of the world. */
export function statusOf(prepared: Prepared, probe: Netwatch, faults: readonly Fault[]): Status {
  const packet = probePacket(probe);
  if (!packet) return 'open';
  if (probe.srcAddress !== undefined && !isHeld(prepared, probe.srcAddress)) return 'down';
  const ways = explore(choose => {
    const state = newState();
    state.choose = choose;
    const trace = walk(prepared, state, packet);
    const reached = reachedBy(prepared, trace, faults);
    const answer = reached && answerOf(prepared, reached);
    if (trace.ending.kind === 'delivered') return true;
    return answer !== undefined && walk(prepared, state, answer).ending.kind === 'delivered';
  });
  const found = new Set(ways.outcomes.map(({ result }) => result));
  if (found.size !== 1) return 'open';
  return found.has(true) ? 'up' : 'down';
}

/** "If the address is not configured on the router or was lost, the host is considered down." */
const isHeld = ({ world }: Prepared, address: string): boolean =>
  Object.values(world.interfaces).some(({ addresses }) => addresses.some(held => held.address === address));

/**
 * The way to its host; undefined: it does not get there. Behind a dead WAN, hosts of its own network still answer
 * unless its gateway is silent.
 */
function reachedBy({ world }: Prepared, trace: Trace, faults: readonly Fault[]): Trace | undefined {
  const { ending } = trace;
  if (ending.kind === 'forwarded') return trace;
  if (ending.kind !== 'lost') return undefined;
  const kind = faults.find(fault => fault.interface === ending.out)?.kind;
  const networks = (world.interfaces[ending.out]?.addresses ?? []).map(connectedNetwork);
  const host = printIpv4(ending.dst.address);
  if (kind !== 'upstream' || !networks.some(network => prefixContains(network, host))) return undefined;
  return { ...trace, ending: { ...ending, kind: 'forwarded', wan: true, translated: false } };
}
