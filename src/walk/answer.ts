import { ipv4ToNumber, maskOf } from '../net/index.ts';
import { answerTo, type Packet } from './packet.ts';
import type { Prepared } from './prepare.ts';
import { leavingOf, type Trace } from './trace.ts';

/**
 * What the receiver sends back through the router: the router itself, or the host where the packet left; undefined:
 * nobody got it, or the host answers directly.
 */
export function answerOf(prepared: Prepared, first: Trace): Packet | undefined {
  if (isAnsweredDirectly(prepared, first)) return undefined;
  const { packet, ending } = first;
  if (ending.kind === 'delivered') {
    const to = first.steps.find(step => step.kind === 'translated' && step.side === 'destination');
    const moved = to?.kind === 'translated' ? { dst: to.to.address, dstPort: to.to.port } : {};
    return answerTo({ ...packet, ...moved });
  }
  const left = leavingOf(first);
  if (!left || left.kind === 'lost') return undefined;
  const sent = {
    ...packet,
    src: left.src.address,
    srcPort: left.src.port,
    dst: left.dst.address,
    dstPort: left.dst.port,
  };
  return answerTo(sent, left.out);
}

/** Does the receiver find the sender on its own network, so that its answer never passes the router? */
export function isAnsweredDirectly({ setup, world }: Prepared, first: Trace): boolean {
  const left = leavingOf(first);
  if (left?.kind !== 'forwarded' || setup.local.isOwn(left.src.address)) return false;
  const { src, dst } = left;
  return (world.interfaces[left.out]?.addresses ?? []).some(({ address, length }) => {
    const isNear = (other: number): boolean => ((ipv4ToNumber(address) ^ other) & maskOf(length)) === 0;
    return isNear(src.address) && isNear(dst.address);
  });
}
