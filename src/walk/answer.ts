import { answerTo, type Packet } from './packet.ts';
import { leavingOf, type Trace } from './trace.ts';

/** What the receiver sends back: the router itself, or the host where the packet left; undefined: nobody got it. */
export function answerOf(first: Trace): Packet | undefined {
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
