import {
  answerTo,
  type Chooser,
  explore,
  laterPacket,
  leavingOf,
  newState,
  type Packet,
  type Pick,
  type Prepared,
  type Trace,
  walk,
} from '../walk/index.ts';

/** The first packet of a connection, the answer to it, and the next packet from the same end. */
export interface Conversation {
  readonly first: Trace;
  /** Undefined where the first packet did not arrive anywhere. */
  readonly answer?: Trace | undefined;
  readonly later?: Trace | undefined;
}

/** One way a conversation can go, with what chance decided. */
export interface ConversationOutcome {
  readonly conversation: Conversation;
  readonly picks: readonly Pick[];
}

/** All ways a conversation can go on a router that has seen nothing before. */
export function converseAll(prepared: Prepared, packet: Packet): ConversationOutcome[] {
  return explore(choose => converse(prepared, packet, steadyHops(prepared, choose))).map(
    ({ result, picks }) => ({ conversation: result, picks }),
  );
}

/** One conversation. `seed`: for PCC, where `choose` leaves it to the hash. */
export function converse(
  prepared: Prepared,
  packet: Packet,
  choose: Chooser | undefined,
  seed?: number,
): Conversation {
  const state = newState(8);
  state.choose = choose;
  state.seed = seed;
  const first = walk(prepared, state, packet);
  const answer = answerPacket(first);
  if (!answer) return { first };
  const back = walk(prepared, state, answer);
  return { first, answer: back, later: walk(prepared, state, laterPacket(packet)) };
}

/** What the receiver sends back: the router itself, or the host where the packet left. */
function answerPacket(first: Trace): Packet | undefined {
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

/** ECMP hashes addresses: the same flow takes the same hop each time. */
function steadyHops({ points }: Prepared, choose: Chooser): Chooser {
  const taken = new Map<number, number>();
  return (point, size) => {
    if (points[point]?.kind !== 'hop') return choose(point, size);
    const known = taken.get(size);
    const choice = known ?? choose(point, size);
    taken.set(size, choice);
    return choice;
  };
}
