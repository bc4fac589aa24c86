import { setImmediate as turn } from 'node:timers/promises';
import { isIpv4 } from '../../net/index.ts';
import { monotonicMs, type Namespace } from '../../sys/index.ts';
import { endsOf, type Flow, family, flowSlices, forgetFlows, openNetlink } from '../netlink/index.ts';
import { openPoker, type Poker } from './poke.ts';

/** Connections whose ct mark, masked, is this one. */
export interface FlowSelection {
  readonly mark: number;
  readonly mask: number;
}

export interface MoveOptions {
  readonly ns?: Namespace | undefined;
  /** Packet mark (SO_MARK) of what is sent to clients. */
  readonly mark: number;
}

/** How many connections were made to speak, and how many were forgotten. */
export interface Moved {
  readonly poked: number;
  readonly forgotten: number;
}

/** Others have their turn after this long. */
const sliceMs = 3;

/**
 * Moves connections to where routing has them now (docs/lab-notes.md#established-flows-at-a-failover). TCP that both ends speak
 * on and whose source is translated is poked: what the client answers is reset by the rule of the table that knows where it
 * should leave. TCP without an answer yet, and everything that is not TCP, is forgotten: its next packet begins anew. Other
 * TCP goes on as it is. TCP first, whose programs wait. Lists in slices, so that nobody waits for long. Throws EnvironmentError.
 */
export async function moveFlows(selections: readonly FlowSelection[], options: MoveOptions): Promise<Moved> {
  const poker = openPoker(options.mark, options.ns);
  const sockets = [0, 1].map(() => openNetlink(family.NETFILTER, options.ns));
  const [listing, forgetting] = sockets;
  try {
    if (!listing || !forgetting) return { poked: 0, forgotten: 0 };
    const moved = { poked: 0, forgotten: 0 };
    const move = (flows: readonly Flow[]): void => {
      const open = flows.filter(isTranslatedTcp);
      const forgotten = flows.filter(beginsAnew);
      for (const flow of open) poke(poker, flow);
      forgetFlows(forgetting, forgotten);
      moved.poked += open.length;
      moved.forgotten += forgotten.length;
    };
    for (const one of selections) {
      await inTurns(flowSlices(listing, { ...one, protocol: tcp }), flows => move(flows.filter(isTcp)));
    }
    for (const one of selections) {
      await inTurns(flowSlices(listing, one), flows => move(flows.filter(flow => !isTcp(flow))));
    }
    return moved;
  } finally {
    poker.close();
    for (const socket of sockets) socket.close();
  }
}

/** Takes slice after slice; others have their turn in between. */
async function inTurns(slices: Iterable<readonly Flow[]>, take: (flows: readonly Flow[]) => void) {
  let sinceMs = monotonicMs();
  for (const flows of slices) {
    take(flows);
    if (monotonicMs() - sinceMs < sliceMs) continue;
    await turn();
    sinceMs = monotonicMs();
  }
}

const tcp = 6;

/** enum tcp_conntrack: ESTABLISHED, FIN_WAIT, CLOSE_WAIT. */
const openStates: readonly number[] = [3, 4, 5];

const isTcp = ({ protocol }: Flow): boolean => protocol === tcp;

const isTranslatedTcp = ({ protocol, isAnswered, isTranslated, tcpState = 0 }: Flow): boolean =>
  protocol === tcp && isAnswered && isTranslated && openStates.includes(tcpState);

const beginsAnew = ({ protocol, isAnswered }: Flow): boolean => protocol !== tcp || !isAnswered;

function poke(poker: Poker, flow: Flow): void {
  const { source, destination, sourcePort, destinationPort } = endsOf(flow);
  if (!isIpv4(source) || !isIpv4(destination)) return;
  poker.poke({ client: source, clientPort: sourcePort, server: destination, serverPort: destinationPort });
}
